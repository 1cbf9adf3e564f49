import { describe, expect, test } from 'vitest';
import type { CallView } from '../../src/emulator/contract.js';
import { answers } from '../support/couple.js';
import type { Language } from '../support/listening-walk.js';
import {
  answersAny,
  bothAnswer,
  bothSayYes,
  comesTo,
  headOf,
  hourMs,
  dayMs,
  labelsOf,
  looks,
  opensTo,
  practise,
  stepTitle,
  titleOf,
  wishes,
} from '../support/path-walk.js';
import { everyCoupleOnASunday, type Sunday } from '../support/sunday.js';
import type { Someone } from '../support/world.js';

/** A path as two people walk it, one of them slow: from what both want to its end, with all that comes in between. */

const path = 'de-dans';
const minuteMs = 60_000;

const wordsOf = {
  nl: {
    noted: 'Genoteerd. Dit pad komt pas als «Iets dieper» bij jullie allebei aan staat.',
    both: 'Jullie willen allebei De dans. De eerste stap komt op jullie volgende vaste moment.',
    goesOn: 'Jullie gaan verder met De dans. De volgende stap komt op jullie volgende vaste moment.',
    still: 'Dit pad ligt nu stil. Er komen weer losse vragen.',
    over: 'Deze vraag is voorbij.',
    stilled: 'De dans ligt stil.',
    rests: 'Goed. Je krijgt er geen vragen meer van, en even ook geen andere. Anne hoort daar niets van',
    letRest: 'Jullie laten het rusten.',
    wentOn: 'Goed. De volgende stap krijg je weer gewoon.',
    finished: 'Dit was De dans. Dank jullie wel.',
    forYou: 'Dit is alleen voor jou.',
    folded: 'Er staat een vraag voor je klaar',
    paths: '/programma',
    breather: '/adempauze',
    stop: '/stop',
    stopped: 'Het is stil.',
    resumed: 'Goed, we gaan verder.',
    quiet: 'ik word stil',
    half: 'stilvalt',
    begun: 'Als jij stilvalt, dan …',
    second: 'vraag ik steeds meer',
    loop: ['Als jij stilvalt, dan vraag ik steeds meer', 'Als jij blijft doorvragen, dan kijk ik naar de grond'],
    picture: 'Jullie kringetje.',
    askedAgain: 'Voor jullie antwoorden opengaan, vraag ik het jullie allebei nog eens.',
    hopes: ['dat het niet uit de hand loopt', 'dat ik het goed doe'],
    sign: ['theepot', 'een knipoog'],
    seen: [
      'Ik zag dat jij bleef zitten, en dat deed me goed omdat ik toen rustig werd',
      'Ik zag dat jij thee zette, en dat deed me goed omdat het vanzelf ging',
    ],
  },
  en: {
    noted: 'Noted. This path only comes once “A little deeper” is on for both of you.',
    both: 'You both want The dance. The first step comes at your next set time.',
    goesOn: 'You’re going on with The dance. The next step comes at your next set time.',
    still: 'This path lies still now. Loose questions come again.',
    over: 'This question is over.',
    stilled: 'The dance is lying still.',
    rests: 'All right. You get no more steps of this path, and no other questions for a while either. Anne isn’t told',
    letRest: 'You’re letting it rest.',
    wentOn: 'All right. You’ll get the next step as usual.',
    finished: 'That was The dance. Thank you both.',
    forYou: 'This is just for you.',
    folded: 'There’s a question for you',
    paths: '/programme',
    breather: '/breather',
    stop: '/stop',
    stopped: 'It’s quiet now.',
    resumed: 'Good, we’ll carry on.',
    quiet: 'go quiet',
    half: 'fall silent',
    begun: 'When you fall silent, I …',
    second: 'ask more and more',
    loop: ['When you fall silent, I ask more and more', 'When you keep asking, I look at the floor'],
    picture: 'Your loop.',
    askedAgain: 'Before your answers open, I’ll ask you both once more.',
    hopes: ['that it won’t get out of hand', 'that I’m doing all right'],
    sign: ['teapot', 'a wink'],
    seen: [
      'I saw that you stayed put, and it did me good because I could be calm',
      'I saw that you made tea, and it did me good because you didn’t need asking',
    ],
  },
} as const;

describe('a path with a slow partner, a breather, a stop and a crash inside', () => {
  const couple = everyCoupleOnASunday();

  test.each(['nl', 'en'] as const)('in %s, from what both want to its end', async (language) => {
    const sunday = await couple(language);
    await practise(sunday, language);
    await bothWant(sunday, language);
    await isLeftBySlowOne(sunday, language);
    await opensLateAndIsTakenUp(sunday, language);
    await goesDeepAfterABreather(sunday, language);
    await restsWithOne(sunday, language);
    await endsAfterAStop(sunday, language);
  });
});

/** What one week may ask of somebody: three steps at their three moments, one of them deep, and two with a drawing. */
const mostMessagesAWeek = 12;
/** Beside the taps that are an answer: open what is folded, seal, and say yes to what lies ready. */
const mostTapsASitting = 3;

describe('a week of three steps', () => {
  const couple = everyCoupleOnASunday();

  test('is at most twelve messages of the bot in one chat, and three taps a sitting', async () => {
    const sunday = await couple('nl');
    const { bram, world } = sunday;
    const { anne, tapsSince } = counted(sunday.anne);
    const both = { ...sunday, anne };
    const says = wordsOf.nl;
    await practise(sunday, 'nl');
    // What is said with the first question that comes by itself belongs to another week.
    await comesTo(sunday, 0, 'saturday');
    await bram.hears('Liever een neutrale melding?');
    await answersAny(sunday, 'nl');
    await bothWant(sunday, 'nl');
    const before = world.calls.length;

    await comesTo(sunday, 1, 'monday');
    for (const each of [anne, bram]) await each.hears(headOf(path, 'stap', 'nl'));
    for (const each of [sunday.anne, bram]) await each.taps(says.quiet);
    const sittings = [await tapsSince(() => bothSeal(both))];
    await comesTo(sunday, 1, 'wednesday');
    for (const each of [anne, bram]) await each.hears(headOf(path, 'als-jij', 'nl'));
    sittings.push(await tapsSince(() => bothAnswer(both, says.loop, 'nl')));
    for (const each of [anne, bram]) await each.hears(says.picture);
    await comesTo(sunday, 1, 'saturday');
    sittings.push(await tapsSince(() => deepSitting(both)));

    const sent = world.calls.slice(before).filter((call) => isMessageTo(anne, call));
    process.stdout.write(`${weekAsTold(sent)}\nTaps a sitting: ${sittings.join(', ')}\n`);
    expect(sent.length).toBeLessThanOrEqual(mostMessagesAWeek);
    expect(Math.max(...sittings)).toBeLessThanOrEqual(mostTapsASitting);
    expect(Math.min(...sittings)).toBeGreaterThan(0);
  });
});

/** The same person, and how often they tapped while something was done. */
function counted(someone: Someone) {
  let taps = 0;
  const anne: Someone = {
    ...someone,
    taps: (label) => {
      taps += 1;
      return someone.taps(label);
    },
  };
  const tapsSince = async (act: () => Promise<void>): Promise<number> => {
    const before = taps;
    await act();
    return taps - before;
  };
  return { anne, tapsSince };
}

async function bothSeal({ anne, bram }: Sunday): Promise<void> {
  for (const each of [anne, bram]) await each.taps(labelsOf.nl.seal);
  await opensTo([anne, bram], [], 'nl');
}

async function deepSitting(sunday: Sunday): Promise<void> {
  const { anne, bram } = sunday;
  const says = wordsOf.nl;
  for (const each of [anne, bram]) {
    await each.hears(says.folded);
    await each.taps(labelsOf.nl.openPrompt);
    await each.sees(headOf(path, 'hoop', 'nl'));
  }
  await answers(anne, says.hopes[0]);
  await answers(bram, says.hopes[1]);
  for (const each of [anne, bram]) await each.sees(says.askedAgain);
  await bothSayYes(sunday, 'nl');
  await opensTo([anne, bram], says.hopes, 'nl');
  for (const each of [anne, bram]) await each.hears(says.picture);
}

function isMessageTo({ id }: Someone, { method, chatId, isOk }: CallView): boolean {
  return isOk && /^send(Message|Photo|Voice|Animation)$/.test(method) && chatId === id;
}

function weekAsTold(sent: readonly CallView[]): string {
  const firstLine = (words: unknown) => (typeof words === 'string' ? (words.split('\n')[0] ?? '') : '');
  const lines = sent.map(({ params }) => `  ${firstLine(params['text'] ?? params['caption'])}`);
  return [`${String(sent.length)} messages in one chat:`, ...lines].join('\n');
}

/** Each taps what they would like; the other hears of it only when both have. */
async function bothWant(sunday: Sunday, language: Language): Promise<void> {
  const { anne, bram } = sunday;
  const says = wordsOf[language];
  await wishes(anne, path, language, sunday);
  await anne.isTold(says.noted);
  const before = bram.messages().length;
  await wishes(bram, path, language, sunday);
  for (const each of [anne, bram]) await each.hears(says.both);
  // His own words, the paths there are, and what both want.
  expect(bram.messages()).toHaveLength(before + 3);
}

/** Anne answers the first two steps, killed halfway through a sentence; Bram answers neither, and the path lies still. */
async function isLeftBySlowOne(sunday: Sunday, language: Language): Promise<void> {
  const { anne, bram, dies } = sunday;
  const says = wordsOf[language];
  const labels = labelsOf[language];
  await comesTo(sunday, 0, 'monday');
  for (const each of [anne, bram]) await each.hears(headOf(path, 'stap', language));
  await anne.taps(says.quiet);
  await anne.taps(labels.seal);
  await comesTo(sunday, 0, 'wednesday');
  for (const each of [anne, bram]) await each.hears(says.over);
  for (const each of [anne, bram]) await each.hears(headOf(path, 'als-jij', language));
  await anne.says(says.half);
  await anne.hears(says.begun);
  await dies();
  await anne.says(says.second);
  await anne.hears(says.loop[0]);
  await anne.taps(labels.seal);
  await comesTo(sunday, 0, 'saturday');
  for (const each of [anne, bram]) await each.hears(says.still);
}

/** The slow one answers after all what was put away; it opens, and both want to go on. */
async function opensLateAndIsTakenUp(sunday: Sunday, language: Language): Promise<void> {
  const { anne, bram } = sunday;
  const says = wordsOf[language];
  const labels = labelsOf[language];
  const asked = await bram.sees(headOf(path, 'als-jij', language));
  await bram.sends({ text: says.loop[1], replyToMessageId: asked.messageId });
  await bram.hears(says.loop[1]);
  await bram.taps(labels.seal);
  await opensTo([anne, bram], says.loop, language);
  for (const each of [anne, bram]) expect((await each.hears(says.picture)).media?.kind).toBe('photo');
  for (const each of [anne, bram]) {
    await each.says(says.paths);
    await each.hears(says.stilled);
    await each.taps(labels.takeUpPath);
  }
  for (const each of [anne, bram]) await each.hears(says.goesOn);
}

/** A moment within a breather passes; the next one brings what Anne and Bram see again, folded, and open after a yes of each. */
async function goesDeepAfterABreather(sunday: Sunday, language: Language): Promise<void> {
  const { anne, bram } = sunday;
  const says = wordsOf[language];
  const labels = labelsOf[language];
  await comesTo(sunday, 1, 'monday', -6 * minuteMs);
  await bram.says(says.breather);
  await anne.hears('Bram');
  await comesTo(sunday, 1, 'monday', hourMs);
  for (const each of [anne, bram]) await each.taps(labels.breathBack);
  for (const each of [anne, bram]) await each.taps(labels.letRest);
  for (const each of [anne, bram]) await each.hears(says.letRest);
  await comesTo(sunday, 1, 'wednesday');
  for (const each of [anne, bram]) {
    await each.hears(says.folded);
    await each.taps(labels.openPrompt);
    const { text } = await each.sees(headOf(path, 'hoop', language));
    for (const shown of says.loop) expect(text).toContain(shown);
  }
  for (const [who, index] of [
    [anne, 0],
    [bram, 1],
  ] as const)
    await answers(who, says.hopes[index], language);
  for (const each of [anne, bram]) await each.sees(says.askedAgain);
  await bothSayYes(sunday, language);
  await opensTo([anne, bram], says.hopes, language);
  for (const each of [anne, bram]) await each.hears(says.picture);
}

/** Bram lets it rest for a while: a card comes to Anne alone, and she notices nothing. */
async function restsWithOne(sunday: Sunday, language: Language): Promise<void> {
  const { anne, bram } = sunday;
  const says = wordsOf[language];
  const labels = labelsOf[language];
  expect(await looks(bram, path, language)).toBe(listed('○●●○○○', language));
  await bram.taps(labels.restPath);
  await bram.hears(says.rests);
  await comesTo(sunday, 1, 'saturday');
  await anne.hears(says.forYou);
  expect(await looks(anne, path, language)).toBe(listed('○●●◉○○', language));
  await bram.taps(labels.goOnPath);
  await bram.hears(says.wentOn);
  expect(bram.reads()).not.toContain(says.forYou);
}

/** Bram stops with a step before him, and comes back to it the day after; then the last one, and the end. */
async function endsAfterAStop(sunday: Sunday, language: Language): Promise<void> {
  const { anne, bram } = sunday;
  const says = wordsOf[language];
  const labels = labelsOf[language];
  await comesTo(sunday, 2, 'monday');
  for (const each of [anne, bram]) await each.hears(headOf(path, 'teken', language));
  await bram.says(says.stop);
  await bram.hears(says.stopped);
  await comesTo(sunday, 2, 'monday', dayMs);
  await bram.taps(labels.goOn);
  await bram.hears(says.resumed);
  await bothAnswer(sunday, says.sign, language);
  await comesTo(sunday, 2, 'wednesday');
  for (const each of [anne, bram]) await each.hears(headOf(path, 'gezien', language));
  await bothAnswer(sunday, says.seen, language);
  for (const each of [anne, bram]) await each.hears(says.finished);
}

/** The list of steps, by what stands before each. */
function listed(signs: string, language: Language): string {
  const lines = Array.from(signs, (sign, index) => `${sign} ${stepTitle(path, index, language)}`);
  return [titleOf(path, language), ...lines].join('\n');
}
