import { onBook } from './book/cards.js';
import { asksAgain, wishesToKeep } from './book/keep.js';
import { isToPlay, isToSee, pageKeys } from './book/keyboard.js';
import { halfOf, keptUntilOf, pageOf, pagesOf, type Page } from './book/pages.js';
import type { Breather } from './breather/scene.js';
import type { Event } from './event.js';
import { planKeys } from './listening/keyboard.js';
import type { Listening, Said } from './listening/scene.js';
import { say, type Named, type Notice } from './notice.js';
import { gotKeys } from './postcard/keyboard.js';
import { keysUnder, repliesOf } from './round/after.js';
import { openCard } from './round/open-card.js';
import { whatOpens } from './round/gaps.js';
import { loopOf, type Opened } from './round/loop.js';
import type { OpenWords } from './path/scene.js';
import type { ShownSaid } from './path/say.js';
import type { Scenarios } from './round/scenario.js';
import type { AnswerShown, LoopSaid, WordsOf } from './round/say.js';
import { readAbout } from './round/about.js';
import { sheetPagesOf, tappedWords } from './round/words.js';
import { leafKeys } from './keyboard.js';
import {
  draftCard,
  edit,
  editPhoto,
  isSilentFor,
  openedOf,
  postcardCard,
  promptCard,
  remove,
  revealCard,
  send,
  sendPhoto,
  sheetCard,
  toast,
  sendVoice,
} from './compose.js';
import { type Stage } from './stage.js';
import { answerOf, coupleOf, isThere, partnerOf, personOf } from './person.js';
import type { Answer, Couple, OpenedRound, Person, Round, Scene } from './scene.js';
import type { Piece } from './piece.js';
import type { CoupleId, Instant, PersonId, RoundId } from './ids.js';

/**
 * Everything that carries one partner's words to the other stands in this file: an opened round, an answer that its
 * writer shares after all, a reaction, a postcard, the two lines after a breather, and what is said in a listening round. Nothing
 * else may.
 */

type Of<T extends Event['type']> = Extract<Event, { type: T }>;

/** An hour less than Telegram's own limit, for whatever waits on its way. */
const deletableMs = 47 * 3_600_000;

/** To both in their own chats, unless it is on its way to the room they have. */
export function reveal({ round, couple }: Of<'answersRevealed'>, stage: Stage): readonly Notice[] {
  const isForRoom = stage.after.couples[couple]?.opened.some(
    (one) => one.round.id === round.id && one.room === 'coming',
  );
  return isForRoom === true ? [] : revealInChats(couple, round.id, stage);
}

/** Both answers to both, own answer first, under spoilers and protected; voice notes after it. */
export function revealInChats(
  couple: CoupleId,
  id: RoundId,
  stage: Stage,
  rest: { readonly isSilent?: true } = {},
): readonly Notice[] {
  const { after: scene, now, scenarios } = stage;
  return membersOf(scene, couple).flatMap((member) =>
    aboutOpened(scene, member, id, (me, partner, opened) => {
      const { round } = opened;
      if (round.once === 'sheet') return revealSheet(me, partner, opened, stage);
      const answers = {
        scenario: round.scenario,
        own: {
          answer: whatOpens(answerOf(me, round.id), scenarios.get(round.scenario)?.answer),
          isClosed: opened.closed.includes(me.id),
        },
        partner: shownTo(opened, partner, scenarios),
        partnerName: partner.name,
      };
      return [
        sealedCardGone(me.id, round, now),
        edit(me.id, promptCard(round.id), null),
        send(me.id, say('revealed', answers), {
          card: revealCard(round.id),
          keys: keysUnder(scene, me, opened, stage),
          ...asWords(me, scene, now),
          ...rest,
        }),
        ...drawn(me, opened, stage),
        ...attached(me, partner, answers.partner.answer.pieces, isSilentFor(me, scene, now)),
      ];
    }),
  );
}

/** A sheet opens theme by theme, in one message that is leafed through. */
function revealSheet(me: Person, partner: Person, opened: OpenedRound, stage: Stage): readonly Notice[] {
  const { after: scene, now } = stage;
  const { round } = opened;
  const page = sheetPage(me, partner, opened, 0, stage);
  const theirs = answerOf(partner, round.id).pieces;
  return [
    edit(me.id, promptCard(round.id), null),
    edit(me.id, sheetCard(round.id), say('sealedAndOpen', {})),
    send(me.id, say('sheetOpened', { scenario: round.scenario }), { ...asWords(me, scene, now) }),
    ...(page === null
      ? []
      : [
          sendPhoto(me.id, page.words, {
            ...asWords(me, scene, now),
            card: revealCard(round.id),
            keys: page.keys,
            isSilent: true,
          }),
        ]),
    ...attached(me, partner, theirs, isSilentFor(me, scene, now)),
  ];
}

/** Another theme in its place. */
export function leafSheet({ person, round, page }: Of<'sheetLeafed'>, stage: Stage): readonly Notice[] {
  return aboutOpened(stage.after, person, round, (me, partner, opened) => {
    const shown = sheetPage(me, partner, opened, page, stage);
    return shown === null ? [] : [editPhoto(me.id, revealCard(round), shown.words, { keys: shown.keys })];
  });
}

function sheetPage(me: Person, partner: Person, opened: OpenedRound, page: number, { scenarios }: Stage) {
  const pages = sheetPagesOf(me, partner, opened.round, scenarios);
  if (pages[page] === undefined) return null;
  const words = say('sheetPage', { pages, page, ...wordsOf(me, partner) });
  return { words, keys: leafKeys(opened.round.id, page, pages.length) };
}

/** In the order of their ids, for both alike. */
function wordsOf(me: Person, partner: Person): WordsOf {
  const whose = { partner: partner.name };
  return me.id < partner.id
    ? { ...whose, names: [me.name, partner.name], mine: 0 }
    : { ...whose, names: [partner.name, me.name], mine: 1 };
}

/** Both answers in one message to both, in the order of the coin: nobody's is their own there. */
export function layDown(couple: CoupleId, { round, ...opened }: OpenedRound, stage: Stage): Named<'roomReveal'> | null {
  const { after: scene, scenarios } = stage;
  const members = membersOf(scene, couple);
  const first = round.room?.first;
  const other = members.find((id) => id !== first);
  if (first === undefined || other === undefined || !members.includes(first)) return null;
  const said = [first, other].map((id) => {
    const writer = personOf(scene, id);
    return { writer: writer.name, shown: shownTo({ round, ...opened }, writer, scenarios) };
  });
  return say('roomReveal', { scenario: round.scenario, said });
}

/** The ring of two sentences that opened, without a sound: the words above it made one. */
function drawn(me: Person, opened: OpenedRound, stage: Stage): readonly Notice[] {
  const { after: scene, scenarios } = stage;
  const { scenario, step } = opened.round;
  const couple = coupleOf(scene, me);
  const path = step?.path === couple?.path?.id ? couple?.path : null;
  const said: Opened = (of, person) => {
    const earlier = path?.shown.find((one) => one.scenario === of)?.answers[person];
    if (of !== scenario) return earlier?.pieces ?? null;
    const { answer, isClosed } = shownTo(opened, personOf(scene, person), scenarios);
    return isClosed || answer.state !== 'sealed' ? null : answer.pieces;
  };
  const loop = loopOf(couple?.members ?? [], scenarios.get(scenario), said, scenarios);
  const words = loop === null ? wordsDrawn(me, opened, stage) : null;
  const way = { lane: 'reveal', isProtected: true, isSilent: true } as const;
  return [
    ...(loop === null ? [] : [sendPhoto(me.id, say('loop', loop), way)]),
    ...(words === null ? [] : [sendPhoto(me.id, say('words', words), way)]),
  ];
}

/** What both tapped, side by side, where the question asks for it. */
function wordsDrawn(me: Person, opened: OpenedRound, { after: scene, scenarios }: Stage) {
  const partner = partnerOf(scene, me);
  const asked = scenarios.get(opened.round.scenario);
  if (partner === null || asked?.after?.drawing?.draw !== 'words') return null;
  const said = tappedWords([me.id, partner.id], asked, (id) => {
    const { answer, isClosed } = shownTo(opened, personOf(scene, id), scenarios);
    return isClosed || answer.state !== 'sealed' ? null : answer;
  });
  return said === null ? null : { said, ...wordsOf(me, partner) };
}

/**
 * What stood sealed is said again by what opened. Telegram lets a bot delete for 48 hours (deleteMessage); a card that may
 * be older loses its button instead.
 */
function sealedCardGone(me: PersonId, { id, startedAt }: Round, now: Instant): Notice {
  const card = draftCard(id);
  return now - startedAt < deletableMs ? remove(me, card) : edit(me, card, say('sealedAndOpen', {}));
}

/** What both opened at an earlier step of a path, above the question that shows it again; null where either half is gone. */
export function quoteStep(me: Person, { scenario, step }: Round, { after, scenarios }: Stage): ShownSaid | null {
  const couple = coupleOf(after, me);
  const partner = partnerOf(after, me);
  const from = scenarios.get(scenario)?.shows;
  const path = couple?.path ?? null;
  if (partner === null || from === undefined || step?.path !== path?.id) return null;
  const answers = path?.shown.find((one) => one.scenario === from)?.answers ?? {};
  const [own, theirs] = [answers[me.id], answers[partner.id]];
  if (own === undefined || theirs === undefined) return null;
  const kind = scenarios.get(from)?.answer;
  const shown = (words: OpenWords): Answer => whatOpens({ ...words, state: 'sealed', step: 0 }, kind);
  return { scenario: from, own: shown(own), partner: shown(theirs) };
}

/** [Toch delen]: words that stayed closed, because the partner had none yet, go to the partner after all. */
export function shareClosed(
  { person, round }: Of<'closedAnswerShared'>,
  { after: scene, now, scenarios }: Stage,
): readonly Notice[] {
  return aboutOpened(scene, person, round, (writer, partner, opened) => {
    const kind = scenarios.get(opened.round.scenario)?.answer;
    const answer = withoutStep(whatOpens(answerOf(writer, round), kind));
    // There are words to reply to from now on.
    const hasReplies = repliesOf(scenarios.get(opened.round.scenario)).length > 0;
    return [
      send(
        partner.id,
        say('closedAnswer', { scenario: opened.round.scenario, partner: writer.name, answer }),
        asWords(partner, scene, now),
      ),
      ...attached(partner, writer, answer.pieces, isSilentFor(partner, scene, now)),
      ...[writer, ...(hasReplies ? [partner] : [])].map((one) =>
        edit(one.id, openCard(opened), null, { keys: keysUnder(scene, one, opened, { scenarios, now }) }),
      ),
      toast(writer.id, say('closedAnswerSent', { partner: partner.name })),
    ];
  });
}

/** A message after a reveal, sent with one tap. */
export function passReaction({ person, pieces }: Of<'reactionSent'>, scene: Scene, now: Instant): readonly Notice[] {
  return toPartner(scene, person, (writer, partner) => {
    const hasText = pieces.some((piece) => piece.kind === 'text' && isThere(piece));
    const words = say('reaction', { partner: writer.name, pieces });
    return [
      ...(hasText ? [send(partner.id, words, asWords(partner, scene, now))] : []),
      ...attached(partner, writer, pieces, isSilentFor(partner, scene, now)),
      edit(writer.id, 'offer', say('reactionSent', { partner: partner.name })),
    ];
  });
}

/** One of the replies that a question came with, and what its writer said with it. */
export function passReply(
  { person, round, reply, pieces }: Of<'replied'>,
  { before, after: scene, now, scenarios }: Stage,
): readonly Notice[] {
  return aboutOpened(scene, person, round, (writer, partner, opened) => {
    const { scenario } = opened.round;
    const sent = say('reactionSent', { partner: partner.name });
    const isAsked = personOf(before, person).pending?.what === 'reply';
    return [
      send(partner.id, say('reply', { partner: writer.name, scenario, reply, pieces }), asWords(partner, scene, now)),
      ...attached(partner, writer, pieces, isSilentFor(partner, scene, now)),
      edit(writer.id, openCard(opened), null, { keys: keysUnder(scene, writer, opened, { scenarios, now }) }),
      ...(pieces.length > 0 ? [edit(writer.id, 'offer', sent)] : [toast(writer.id, sent)]),
      ...(pieces.length === 0 && isAsked ? [remove(writer.id, 'offer')] : []),
    ];
  });
}

/** A postcard, to whoever gets it; where nobody does, nothing differs for its writer. */
export function passPostcard(
  { person, postcard, to }: Of<'postcardGiven'>,
  { after: scene, now, scenarios }: Stage,
): readonly Notice[] {
  return toPartner(scene, person, (writer, partner) => {
    const { id, form, answer } = postcard;
    const got = partner.postcardsGot.find((one) => one.id === id);
    if (to !== partner.id || got === undefined) return [];
    const scenario = scenarios.get(form);
    const shown = withoutStep(whatOpens(answer, scenario?.answer));
    return [
      send(partner.id, say('postcardCame', { form, partner: writer.name, answer: shown }), {
        card: postcardCard(id),
        keys: gotKeys(got, scenario),
        ...asWords(partner, scene, now),
      }),
      ...attached(partner, writer, shown.pieces, isSilentFor(partner, scene, now)),
    ];
  });
}

/** [Dank je] under a postcard, or one of its replies with what its writer said with it. */
export function answerPostcard(
  { person, postcard, form, reply, pieces }: Of<'postcardAnswered'>,
  { before, after: scene, now, scenarios }: Stage,
): readonly Notice[] {
  return toPartner(scene, person, (me, writer) => {
    const got = me.postcardsGot.find((one) => one.id === postcard);
    const isAsked = personOf(before, person).pending?.what === 'reply';
    const names = { partner: writer.name };
    const keys = got === undefined ? [] : gotKeys(got, scenarios.get(form));
    const under = edit(me.id, postcardCard(postcard), null, { keys });
    if (reply === null) {
      const thanks = say('postcardThanks', { partner: me.name });
      return [send(writer.id, thanks, asTap(writer, scene, now)), under, toast(me.id, say('thanked', names))];
    }
    const sent = say('reactionSent', names);
    return [
      send(writer.id, say('postcardReply', { partner: me.name, form, reply, pieces }), asWords(writer, scene, now)),
      ...attached(writer, me, pieces, isSilentFor(writer, scene, now)),
      under,
      ...(pieces.length > 0 ? [edit(me.id, 'offer', sent)] : [toast(me.id, sent)]),
      ...(pieces.length === 0 && isAsked ? [remove(me.id, 'offer')] : []),
    ];
  });
}

/** [Dank je] and [Vertel eens meer]: no words of anyone, but they too go to the other. */
export function thankOrAsk(
  event: Of<'thanked'> | Of<'moreAsked'>,
  { after: scene, now, scenarios }: Stage,
): readonly Notice[] {
  return aboutOpened(scene, event.person, event.round, (me, partner, opened) => {
    const names = { partner: partner.name };
    const [theirs, mine] =
      event.type === 'thanked'
        ? [say('thanks', { partner: me.name }), say('thanked', names)]
        : [say('moreAsked', { partner: me.name }), say('moreAskedSent', names)];
    return [
      send(partner.id, theirs, asTap(partner, scene, now)),
      edit(me.id, openCard(opened), null, { keys: keysUnder(scene, me, opened, { scenarios, now }) }),
      toast(me.id, mine),
    ];
  });
}

/** The one line of each, to both at once, when both have come back from a breather and sealed. */
export function openLines(couple: Couple, breather: Breather, scene: Scene, now: Instant): readonly Notice[] {
  return couple.members.flatMap((id) =>
    toPartner(scene, id, (me, partner) => {
      const [own, theirs] = [breather.lines[id], breather.lines[partner.id]];
      if (own?.isSealed !== true || theirs?.isSealed !== true) return [];
      const said = { own: { words: own.text }, partner: { words: theirs.text }, partnerName: partner.name };
      return [send(id, say('breatherOpened', said), asWords(me, scene, now))];
    }),
  );
}

/**
 * The one way in which words of a listening round reach the other. Side by side nothing is sent: it was said aloud. With
 * it goes nothing of when or how it was written.
 */
export function deliver({ couple, said }: Of<'segmentDelivered'>, { after, now }: Stage): readonly Notice[] {
  const listening = after.couples[couple]?.listening ?? null;
  if (listening === null || listening.pace === 'live') return [];
  return toPartner(after, said.by, (writer, reader) => {
    const { step, option, pieces, picks } = said;
    const words = { protocol: listening.protocol, step, partner: writer.name, option, pieces, picks };
    return [
      send(reader.id, say('listenSaid', words), asWords(reader, after, now)),
      ...attached(reader, writer, pieces, isSilentFor(reader, after, now)),
    ];
  });
}

/** Two letters, to both at once. */
export function openLetters({ couple, said }: Of<'lettersOpened'>, { after, now }: Stage): readonly Notice[] {
  const listening = after.couples[couple]?.listening ?? null;
  if (listening === null) return [];
  const lettersOf = (id: PersonId) => said.flatMap(({ by, pieces }) => (by === id ? pieces : []));
  return membersOf(after, couple).flatMap((id) =>
    toPartner(after, id, (me, partner) => {
      const [own, theirs] = [lettersOf(id), lettersOf(partner.id)];
      const words = { protocol: listening.protocol, step: listening.step, partner: partner.name, own, theirs };
      return [
        send(id, say('listenLetters', words), asWords(me, after, now)),
        ...attached(me, partner, theirs, isSilentFor(me, after, now)),
      ];
    }),
  );
}

/** The answer a listening round is about: it was opened before, and stands at its start for both. */
export function quoteAnswer(
  couple: Couple,
  { about, speaker }: Listening,
  { after, now, scenarios }: Stage,
): readonly Notice[] {
  const writer = personOf(after, speaker);
  const [id, page] = readAbout(about);
  const opened = couple.opened.find(({ round }) => round.id === id);
  if (opened === undefined) return [];
  if (page !== null) return quotePage(couple, opened, page, { after, now, scenarios });
  const { answer, isClosed } = shownTo(opened, writer, scenarios);
  if (isClosed || answer.state !== 'sealed') return [];
  const { scenario } = opened.round;
  return couple.members.map((id) =>
    send(
      id,
      say('listenQuote', { partner: writer.name, isOwn: id === speaker, scenario, answer }),
      asWords(personOf(after, id), after, now),
    ),
  );
}

/** A theme of a sheet, with the words of both. */
function quotePage(
  { members }: Couple,
  opened: OpenedRound,
  page: number,
  { after, now, scenarios }: Pick<Stage, 'after' | 'now' | 'scenarios'>,
): readonly Notice[] {
  return members.flatMap((id) =>
    toPartner(after, id, (me, partner) => {
      const said = sheetPagesOf(me, partner, opened.round, scenarios)[page];
      if (said === undefined) return [];
      return [send(id, say('listenTheme', { said, ...wordsOf(me, partner) }), asWords(me, after, now))];
    }),
  );
}

/** A tap of the one who listens, or waits: no words of anyone. */
export function sendSignal({ person, signal }: Of<'signalGiven'>, { after, now }: Stage): readonly Notice[] {
  return toPartner(after, person, (me, partner) => [
    send(partner.id, say('listenSignal', { partner: me.name, signal }), asTap(partner, after, now)),
  ]);
}

export function thankListener({ person }: Of<'listenerThanked'>, { after, now }: Stage): readonly Notice[] {
  return toPartner(after, person, (me, partner) => [
    send(partner.id, say('listenThanks', { partner: me.name }), asTap(partner, after, now)),
  ]);
}

/** What was said in the last listening round, once more, to whoever asks: nothing that was not delivered then. */
export function showHeard({ couple, person }: Of<'heardShown'>, { after }: Stage): readonly Notice[] {
  const heard = after.couples[couple]?.heard ?? null;
  if (heard === null) return [];
  return toPartner(after, person, (me, partner) => [
    ...inPages(heard.said).map((said) =>
      send(person, say('listenHeardAgain', { protocol: heard.protocol, me: person, partner: partner.name, said }), {
        isProtected: true,
      }),
    ),
    ...heard.said.flatMap(({ by, pieces }) => (by === person ? [] : attached(me, partner, pieces, false))),
  ]);
}

/** As much of it in one message as Telegram takes, with room for what stands around it. */
function inPages(said: readonly Said[]): readonly (readonly Said[])[] {
  const unitsMax = 3_000;
  const unitsOf = ({ pieces }: Said) =>
    200 + pieces.reduce((sum, piece) => sum + (piece.kind === 'text' ? piece.text.length : 10), 0);
  return said.reduce<Said[][]>((pages, one) => {
    const last = pages.at(-1);
    const isFull = last === undefined || last.reduce((sum, each) => sum + unitsOf(each), unitsOf(one)) > unitsMax;
    if (isFull) pages.push([one]);
    else last.push(one);
    return pages;
  }, []);
}

/** An agreement, proposed to the other, or agreed by both. */
export function tellPlan(event: Of<'planProposed'> | Of<'planAgreed'>, { after, now }: Stage): readonly Notice[] {
  const heard = after.couples[event.couple]?.heard ?? null;
  const isProposed = event.type === 'planProposed';
  const written = heard?.plans.find(
    ({ by, messageId }) => messageId === event.messageId && (by === event.person) === isProposed,
  );
  if (heard === null || written === undefined) return [];
  const plan = { words: written.text };
  return toPartner(after, event.person, (me, partner) => {
    if (isProposed) {
      return [
        edit(me.id, 'listen-plan', say('listenPlanSent', { partner: partner.name, plan })),
        send(partner.id, say('listenPlanProposed', { partner: me.name, plan }), {
          card: 'listen-plan-theirs',
          keys: planKeys(heard, 'listenPlanYes', event.messageId),
          ...asWords(partner, after, now),
        }),
      ];
    }
    return [
      edit(me.id, 'listen-plan-theirs', null),
      ...[me, partner].map((one) => send(one.id, say('listenPlanAgreed', { plan }), asWords(one, after, now))),
    ];
  });
}

/** A page of the book, to whoever leafs: their own half, and the other's while both are there. */
export function showPage({ person, round, view }: Of<'pageShown'>, stage: Stage): readonly Notice[] {
  const { after, now, scenarios } = stage;
  const me = personOf(after, person);
  const pages = pagesOf(after, me, now, view);
  const at = pages.findIndex((one) => one.round === round);
  const page = pages[at];
  if (page === undefined) return [];
  const partner = partnerOf(after, me);
  const words = say('page', {
    scenario: page.scenario,
    openedAt: page.openedAt,
    own: halfOf(page.own, page, scenarios),
    theirs: partner === null || page.theirs === null ? null : withoutStep(halfOf(page.theirs, page, scenarios)),
    partnerName: partner?.name ?? null,
    keptUntil: keptUntilOf(page, now),
    isPaired: coupleOf(after, me)?.pairedAt != null,
  });
  const drawing = loopOnPage(me, page, stage) !== null;
  const keys = pageKeys(page, view, {
    older: at < pages.length - 1,
    newer: at > 0,
    drawing,
    wish: wishesToKeep(me, round, stage),
    askAgain: asksAgain(page, stage) !== null,
  });
  return onBook(person, words, keys, true, after);
}

/** What a page has beside words: in messages of its own, to whoever asks for it. */
export function showBeside({ person, round, what }: Of<'besideShown'>, stage: Stage): readonly Notice[] {
  const { after, now } = stage;
  const me = personOf(after, person);
  const page = pageOf(after, me, round, now);
  if (page === null) return [];
  if (what === 'drawing') {
    const loop = loopOnPage(me, page, stage);
    return loop === null ? [] : [sendPhoto(me.id, say('loop', loop), { isProtected: true })];
  }
  const isMeant = what === 'voices' ? isToPlay : isToSee;
  return [me, partnerOf(after, me)].flatMap((writer) => {
    const half = writer === null ? null : writer.id === me.id ? page.own : page.theirs;
    if (writer === null || half === null) return [];
    return attached(me, writer, half.pieces.filter(isMeant), false, 'reply');
  });
}

/** The drawing of what both wrote, once more, from this page and the earlier one that it rests on. */
function loopOnPage(me: Person, page: Page, { after, now, scenarios }: Stage): LoopSaid | null {
  if (page.theirs === null) return null;
  const members = coupleOf(after, me)?.members ?? [];
  const earlier = pagesOf(after, me, now).filter(({ openedAt }) => openedAt <= page.openedAt);
  const said: Opened = (scenario, person) => {
    const found = scenario === page.scenario ? page : earlier.find((one) => one.scenario === scenario);
    return (person === me.id ? found?.own : found?.theirs)?.pieces ?? null;
  };
  return loopOf(members, scenarios.get(page.scenario), said, scenarios);
}

/**
 * What the other sees of an answer: of one that stays closed, that it exists, and not a word of it; of a pass, nothing
 * of the draft that its writer never sealed.
 */
function shownTo(opened: OpenedRound, writer: Person, scenarios: Scenarios): AnswerShown {
  const answer = whatOpens(answerOf(writer, opened.round.id), scenarios.get(opened.round.scenario)?.answer);
  const isClosed = opened.closed.includes(writer.id);
  const isShown = answer.state === 'sealed' && !isClosed;
  return { answer: isShown ? withoutStep(answer) : { ...withoutStep(answer), pieces: [], picks: [] }, isClosed };
}

/** How often an answer was changed, and which lines were left out or chosen, is nobody else's to know. */
function withoutStep({ stem: _, chosen: __, ...answer }: Answer): Answer {
  return { ...answer, step: 0 };
}

/** What goes with words, in messages of its own: voice notes, and photos under a cover. */
function attached(
  to: Person,
  from: Person,
  pieces: readonly Piece[],
  isSilent: boolean,
  lane: 'reveal' | 'reply' = 'reveal',
): readonly Notice[] {
  const way = { lane, isProtected: true, isSilent } as const;
  return pieces.flatMap((piece) => {
    if (piece.kind === 'text' || piece.fileId === null) return [];
    const file = { partner: from.name, fileId: piece.fileId };
    return piece.kind === 'voice'
      ? [sendVoice(to.id, say('partnerVoice', file), way)]
      : [sendPhoto(to.id, say('partnerPhoto', file), way)];
  });
}

/** How words of one reach the other: nobody can pass them on, and in quiet hours they make no sound. */
function asWords(reader: Person, scene: Scene, now: Instant) {
  return { ...asTap(reader, scene, now), isProtected: true };
}

function asTap(reader: Person, scene: Scene, now: Instant) {
  return { lane: 'reveal', isSilent: isSilentFor(reader, scene, now) } as const;
}

const membersOf = (scene: Scene, couple: CoupleId) => scene.couples[couple]?.members ?? [];

/** What goes from somebody to their partner; nothing, once there is none. */
function toPartner(scene: Scene, id: PersonId, write: (me: Person, partner: Person) => readonly Notice[]) {
  const me = personOf(scene, id);
  const partner = partnerOf(scene, me);
  return partner === null ? [] : write(me, partner);
}

/** The same, about what the two of them have opened to each other. */
function aboutOpened(
  scene: Scene,
  id: PersonId,
  round: RoundId,
  write: (me: Person, partner: Person, opened: OpenedRound) => readonly Notice[],
) {
  return toPartner(scene, id, (me, partner) => {
    const opened = openedOf(scene, me, round);
    return opened === null ? [] : write(me, partner, opened);
  });
}
