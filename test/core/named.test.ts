import { expect, test } from 'vitest';
import { anne, bram, days, given, pairedCouple, settledCouple, bothAnswer, time } from '../support/given.js';
import { asksToListen, checking, listens } from '../support/listening.js';

/** What a sentence is told with, where the line of a chat does not show it: whose name, which step, which zone. */

test('a way on is asked for in the words of its step, with what fits', () => {
  given(settledCouple(), ...checking)
    .when(anne.taps('listenOption', { arg: 'bijna' }))
    .then(
      anne.reads('listenOption', {
        protocol: 'spiegelen',
        step: 'klopt',
        partner: 'Bram',
        option: 'bijna',
        limit: 300,
      }),
    );
});

test('the hours and the end of a listening round name the other', () => {
  given(settledCouple(), ...asksToListen('spiegelen'))
    .when(bram.taps('listenLater'))
    .then(bram.reads('listenHours', { partner: 'Anne' }));
  given(settledCouple(), ...listens('alleen-luisteren', true), anne.taps('listenDone'))
    .when(bram.taps('listenOption', { arg: 'dank' }))
    .then(anne.reads('listenDone', { partner: 'Bram' }), bram.reads('listenDone', { partner: 'Anne' }));
});

test('erasing, a long silence and an offer say whom they are about', () => {
  given(pairedCouple())
    .when(anne.does({ type: 'erase' }))
    .then(anne.reads('eraseAsked', { partner: 'Bram' }));
  given(pairedCouple(), ...bothAnswer())
    .when(anne.says('Wat mooi.'))
    .then(anne.reads('offer', { what: 'reaction', partner: 'Bram' }));
  given(pairedCouple(), anne.taps('else'))
    .when(anne.taps('skip'))
    .then(anne.reads('skipped', { partner: 'Bram' }));
  given(settledCouple(), time.passes(days(182)))
    .when(time.passes(days(4)))
    .then(anne.reads('stayAsked', { isPaired: true }));
});

test('another zone is told with its name and its hour', () => {
  given(settledCouple(), anne.taps('otherZone'))
    .when(anne.does({ type: 'shareZone', zone: 'Europe/London' }))
    .then(anne.reads('zoneChanged', { zone: 'Europe/London', at: expect.any(Number) as number }));
});
