import { describe, onTestFinished } from 'vitest';
import type { Store } from '../../src/store/store.js';
import { describeApplying } from './contract-applying.js';
import { describeBook } from './contract-book.js';
import { describeClock } from './contract-clock.js';
import { describeFolds } from './contract-folds.js';
import { describeErasing } from './contract-erasing.js';
import { describeLoad } from './contract-load.js';
import { describeOutbox } from './contract-outbox.js';
import { describeSetClock } from './contract-set-clock.js';
import { describePairing } from './contract-pairing.js';
import { describeRooms } from './contract-rooms.js';
import { describeTargets } from './contract-targets.js';
import { describeTakingBack } from './contract-taking-back.js';

export type OpenEmpty = () => Promise<Store>;

/** What every store must do, whatever it is made of. `openEmpty` gives a store of its own to each test. */
export function describeStore(name: string, openEmpty: OpenEmpty): void {
  const open: OpenEmpty = async () => {
    const store = await openEmpty();
    onTestFinished(() => store.close());
    return store;
  };
  describe(name, () => {
    describe('applying', () => {
      describeApplying(open);
    });
    describe('pairing', () => {
      describePairing(open);
    });
    describe('the clock', () => {
      describeClock(open);
    });
    describe('the clock set', () => {
      describeSetClock(open);
    });
    describe('the book', () => {
      describeBook(open);
    });
    describe('erasing', () => {
      describeErasing(open);
    });
    describe('many at a time', () => {
      describeLoad(open);
    });
    describe('the outbox', () => {
      describeOutbox(open);
      describeTargets(open);
      describeTakingBack(open);
    });
    describe('what is done in groups', () => {
      describeRooms(open);
    });
    describe('what is folded', () => {
      describeFolds(open);
    });
  });
}
