import { describe, expect, test } from 'vitest';
import type { SayName } from '../../src/core/notice.js';
import { en } from '../../src/texts/en/en.js';
import { nl } from '../../src/texts/nl/nl.js';
import { about, answer, live, notYet, render, renderAll, revealed, text, words } from './samples.js';

/** What a text tells of the other: nothing of what they did not do, and no word that is closed. */

/** What arrives by somebody else's doing, or by the clock's. */
const unaskedFor = [
  'partnerAwaited',
  'inviteExpired',
  'joined',
  'prompt',
  'rested',
  'reminder',
  'rhythm',
  'unpaired',
  'stayAsked',
  'erasedInSilence',
  'cameBack',
  'voiceLost',
  'ownVoiceLost',
  'botChanged',
  'restored',
  'news',
  'breatherCalled',
  'breatherMoved',
  'breatherReturn',
  'breatherChoice',
  'breatherRested',
  'breatherOver',
  'momentCame',
  'listenInvite',
  'listenUnnoticed',
  'listenGone',
  'listenCancelled',
  'listenNudge',
  'listenParked',
  'listenOver',
  'listenDone',
] as const satisfies readonly SayName[];

/** Words that would tell what a partner did not do, did late or did first. */
const tellsOnPartner = {
  nl: /overgeslagen|gewacht|wacht op|te laat|eerst geantwoord|niet geantwoord|geen antwoord|aarzel|uitgesteld|gestopt/iu,
  en: /skipped|waited|waiting for|too late|answered first|hasn’t answered|no answer|hesitat|postponed|has stopped/iu,
};

describe.each([nl, en])('the catalogue in $language', (texts) => {
  test.each(unaskedFor)('%s tells nothing of what the other did not do', (name) => {
    for (const said of renderAll(texts, name)) expect(said).not.toMatch(tellsOnPartner[texts.language]);
  });

  test('says the same of a question put away whatever the partner did', () => {
    expect(render(texts, 'rested', { hadSealed: false, isLast: false })).not.toContain('Bram');
    expect(render(texts, 'rested', { hadSealed: true, isLast: false })).not.toContain('Bram');
  });

  test('shows not a word of an answer that stays closed', () => {
    const secret = answer('sealed', text('Lissabon'));
    expect(render(texts, 'revealed', revealed(notYet, secret))).not.toContain('Lissabon');
    expect(render(texts, 'revealed', revealed(secret, live))).not.toContain('Lissabon');
  });

  test('says under what is about to erase everything that [removeNow] erases nothing', () => {
    const remove = `[${texts.labels.removeNow}]`;
    for (const partner of ['Bram', null]) {
      const explained = (what: 'everything' | 'answers' | 'chat') =>
        render(texts, 'eraseExplained', { what, partner, hasFolds: false });
      expect(explained('everything')).toContain(remove);
      // These have no such button: nothing of them tells of leaving.
      for (const what of ['answers', 'chat'] as const) expect(explained(what)).not.toContain(remove);
    }
  });

  test('keeps every answer of a partner under a spoiler', () => {
    const both = texts.say.revealed(revealed(words, words), about);
    const spoilers = typeof both === 'string' ? [] : (both.entities ?? []).filter(({ type }) => type === 'spoiler');
    expect(spoilers).toHaveLength(2);
  });
});
