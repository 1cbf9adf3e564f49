import { describe, expect, it } from 'vitest';
import { createAlbums } from '../../src/app/albums.js';
import { createEdits } from '../../src/app/edits.js';
import type { Command } from '../../src/core/command.js';
import type { Decision } from '../../src/core/event.js';
import type { Inbound } from '../../src/store/store.js';

const sender = { name: 'Anne' };
const said = (text: string, code: string | null = null): Command => ({
  type: 'say',
  sender,
  speech: { kind: 'text', text },
  messageId: 9,
  code,
});
const from = (address: string, command: Command, ownMessageId: number | null = 9): Inbound => ({
  updateId: 1,
  origin: { from: 'address', address },
  command,
  callbackQueryId: null,
  messageId: null,
  ownMessageId,
});
const edited = (now: Command, address = '1') =>
  from(address, { type: 'editSaid', messageId: 9, text: 'anders', now }, null);
const stop: Command = { type: 'stop' };
const no: Decision = { refusal: 'unknown-command' };
const yes: Decision = [{ type: 'stopped', person: 1 }];

/** What an edit is read as, after something was said and what came of it. */
function after(...before: readonly (readonly [Command, Decision])[]) {
  const edits = createEdits();
  for (const [command, decision] of before) {
    const one = command.type === 'editSaid' ? edits.read(from('1', command, null)) : from('1', command);
    edits.note(one, decision);
  }
  return { readsAs: (now: Command, address?: string) => edits.read(edited(now, address)).command };
}

describe('an edit', () => {
  it('of what was refused counts as said now', () => {
    for (const refused of [{ type: 'unknownCommand' }, said('te lang'), said('', '7K3F')] satisfies Command[]) {
      expect(after([refused, no]).readsAs(stop)).toEqual(stop);
      expect(after([refused, no]).readsAs(said('kort'))).toEqual(said('kort'));
    }
    const wrong: Decision = [{ type: 'guessedWrong', person: 1, at: 0 }];
    const right = said('7K3F9X2MQ4TB', '7K3F9X2MQ4TB');
    expect(after([said('0', '0ABCDEFGHJKM'), wrong]).readsAs(right)).toEqual(right);
  });

  it('counts once, however often Telegram tells of it', () => {
    const fixed = edited(stop).command;
    expect(after([{ type: 'unknownCommand' }, no], [fixed, yes]).readsAs(stop).type).toBe('editSaid');
    expect(after([stop, yes]).readsAs(stop).type).toBe('editSaid');
    const again = edited(said('kort')).command;
    const kept: Decision = [{ type: 'pendingDropped', person: 1 }];
    expect(after([said('te lang'), no], [again, kept]).readsAs(said('kort')).type).toBe('editSaid');
  });

  it('into a way out works on what was taken, on what the bot no longer knows, and on another command', () => {
    const kept: Decision = [{ type: 'pendingDropped', person: 1 }];
    const help: Command = { type: 'inform', about: 'helplines', messageId: 9 };
    expect(after([said('hoi'), kept]).readsAs(stop)).toEqual(stop);
    expect(after().readsAs(help)).toEqual(help);
    expect(after([{ type: 'askQuestion' }, yes]).readsAs(stop)).toEqual(stop);
  });

  it('of words that were taken stays an edit of them', () => {
    const kept: Decision = [{ type: 'pendingDropped', person: 1 }];
    const unknown = edited({ type: 'unknownCommand' }).command;
    expect(after([said('hoi'), kept]).readsAs(said('hallo')).type).toBe('editSaid');
    expect(after([said('hoi'), kept], [unknown, no]).readsAs(said('hallo')).type).toBe('editSaid');
    expect(after().readsAs(said('hallo')).type).toBe('editSaid');
  });

  it('of somebody else’s message of the same number is theirs', () => {
    expect(after([said('te lang'), no]).readsAs(said('kort'), '2').type).toBe('editSaid');
  });
});

describe('an album', () => {
  it('is answered once, and each album again', () => {
    const albums = createAlbums();
    const photo = (together?: string): Command => ({
      type: 'sendUnsupported',
      what: 'media',
      ...(together === undefined ? {} : { together }),
    });
    const sent = ['a', 'a', 'a', 'b', 'b', undefined, undefined].map((id) => albums(from('1', photo(id))).command.type);
    const [one, more] = ['sendUnsupported', 'sendMore'];
    expect(sent).toEqual([one, more, more, one, more, one, one]);
    expect(albums(from('2', photo('b'))).command.type).toBe(one);
  });
});
