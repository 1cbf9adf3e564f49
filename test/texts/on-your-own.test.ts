import { expect, test } from 'vitest';
import type { SayParams } from '../../src/core/notice.js';
import { en } from '../../src/texts/en/en.js';
import { nl } from '../../src/texts/nl/nl.js';
import { about, answer, render, samplesOf, text } from './samples.js';

/** Whoever is with nobody is not spoken to as one of two. */

const ofTwo = { nl: /jullie|allebei|je partner/iu, en: /\bboth\b|each other|your partner/iu } as const;

const books = (['all', 'kept'] as const).flatMap((view) =>
  [true, false].map((isEmpty) => ({ isPaired: false, isEmpty, view })),
);
/** Also of a page that both had promised to keep; its question stays as it was asked of two. */
const page: SayParams['page'] = {
  scenario: 'gone',
  openedAt: about.now,
  own: answer('sealed', text('het strand')),
  theirs: null,
  partnerName: null,
  isPaired: false,
  isShared: false,
  reminds: null,
  keptUntil: about.now + 1,
};

test.each([nl, en])('the book of somebody who is with nobody says nothing of two ($language)', (texts) => {
  const said = [...books.map((params) => render(texts, 'book', params)), render(texts, 'page', page)];
  for (const one of said) expect(one).not.toMatch(ofTwo[texts.language]);
});

test('an invite is one’s own until somebody comes through it', () => {
  for (const params of samplesOf('invite') as readonly SayParams['invite'][])
    expect(render(nl, 'invite', params)).not.toMatch(/jullie uitnodiging/u);
});
