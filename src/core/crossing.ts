import type { Breather } from './breather/scene.js';
import type { Event } from './event.js';
import { openedKeys } from './keys.js';
import { planKeys } from './listening/keys.js';
import type { Listening, Said } from './listening/scene.js';
import { say, type AnswerShown, type Notice } from './notice.js';
import { draftCard, edit, isSilentFor, openedOf, promptCard, revealCard, send, type Stage } from './notices.js';
import { answerOf, coupleOf, emptyAnswer, partnerOf, personOf } from './person.js';
import type { Answer, Couple, Instant, OpenedRound, Person, PersonId, Piece, Scene } from './scene.js';

/**
 * Everything that carries one partner's words to the other stands in this file: an opened round, an answer that its
 * writer shares after all, a reaction, the two lines after a breather, and what is said in a listening round. Nothing
 * else may.
 */

type Of<T extends Event['type']> = Extract<Event, { type: T }>;

/** Both answers to both, own answer first, under spoilers and protected; voice notes after it. */
export function reveal({ round, couple }: Of<'answersRevealed'>, scene: Scene, now: Instant): readonly Notice[] {
  const members = (scene.couples[couple]?.members ?? []).map((member) => personOf(scene, member));
  return members.flatMap((me) => {
    const partner = partnerOf(scene, me);
    const opened = openedOf(scene, me, round.id);
    if (partner === null || opened === null) return [];
    const answers = {
      scenario: round.scenario,
      own: { answer: answerOf(me, round.id), isClosed: opened.closed.includes(me.id) },
      partner: shownTo(opened, partner),
      partnerName: partner.name,
    };
    return [
      edit(me.id, draftCard(round.id), say('sealedAndOpen', {})),
      edit(me.id, promptCard(round.id), null),
      send(me.id, say('revealed', answers), {
        lane: 'reveal',
        card: revealCard(round.id),
        keys: openedKeys(opened, me.id, coupleOf(scene, me)),
        isProtected: true,
        isSilent: isSilentFor(me, scene, now),
      }),
      ...voiceNotes(me, partner, answers.partner.answer.pieces, isSilentFor(me, scene, now)),
    ];
  });
}

/** [Toch delen]: words that stayed closed, because the partner had none yet, go to the partner after all. */
export function shareClosed(
  { person, round }: Of<'closedAnswerShared'>,
  scene: Scene,
  now: Instant,
): readonly Notice[] {
  const writer = personOf(scene, person);
  const partner = partnerOf(scene, writer);
  const opened = openedOf(scene, writer, round);
  if (partner === null || opened === null) return [];
  const answer = withoutStep(answerOf(writer, round));
  return [
    send(partner.id, say('closedAnswer', { scenario: opened.round.scenario, partner: writer.name, answer }), {
      lane: 'reveal',
      isProtected: true,
      isSilent: isSilentFor(partner, scene, now),
    }),
    ...voiceNotes(partner, writer, answer.pieces, isSilentFor(partner, scene, now)),
    edit(writer.id, revealCard(round), null, { keys: openedKeys(opened, writer.id, coupleOf(scene, writer)) }),
    send(writer.id, say('closedAnswerSent', { partner: partner.name })),
  ];
}

/** A message after a reveal, sent with one tap. */
export function passReaction({ person, pieces }: Of<'reactionSent'>, scene: Scene, now: Instant): readonly Notice[] {
  const writer = personOf(scene, person);
  const partner = partnerOf(scene, writer);
  if (partner === null) return [];
  const hasText = pieces.some((piece) => piece.kind === 'text');
  return [
    ...(hasText
      ? [
          send(partner.id, say('reaction', { partner: writer.name, pieces }), {
            lane: 'reveal',
            isProtected: true,
            isSilent: isSilentFor(partner, scene, now),
          }),
        ]
      : []),
    ...voiceNotes(partner, writer, pieces, isSilentFor(partner, scene, now)),
    edit(writer.id, 'offer', say('reactionSent', { partner: partner.name })),
  ];
}

/** [Dank je] and [Vertel eens meer]: no words of anyone, but they too go to the other. */
export function thankOrAsk(event: Of<'thanked'> | Of<'moreAsked'>, scene: Scene, now: Instant): readonly Notice[] {
  const me = personOf(scene, event.person);
  const partner = partnerOf(scene, me);
  const opened = openedOf(scene, me, event.round);
  if (partner === null || opened === null) return [];
  const names = { partner: partner.name };
  const [theirs, mine] =
    event.type === 'thanked'
      ? [say('thanks', { partner: me.name }), say('thanked', names)]
      : [say('moreAsked', { partner: me.name }), say('moreAskedSent', names)];
  return [
    send(partner.id, theirs, { lane: 'reveal', isSilent: isSilentFor(partner, scene, now) }),
    edit(me.id, revealCard(event.round), null, { keys: openedKeys(opened, me.id, coupleOf(scene, me)) }),
    send(me.id, mine),
  ];
}

/** The one line of each, to both at once, when both have come back from a breather and sealed. */
export function openLines(couple: Couple, breather: Breather, scene: Scene, now: Instant): readonly Notice[] {
  return couple.members.flatMap((id) => {
    const me = personOf(scene, id);
    const partner = partnerOf(scene, me);
    const [own, theirs] = [breather.lines[id], partner === null ? undefined : breather.lines[partner.id]];
    if (partner === null || own?.isSealed !== true || theirs?.isSealed !== true) return [];
    const said = { own: own.text, partner: theirs.text, partnerName: partner.name };
    return [
      send(id, say('breatherOpened', said), {
        lane: 'reveal',
        isProtected: true,
        isSilent: isSilentFor(me, scene, now),
      }),
    ];
  });
}

/**
 * The one way in which words of a listening round reach the other. Side by side nothing is sent: it was said aloud. With
 * it goes nothing of when or how it was written.
 */
export function deliver({ couple, said }: Of<'segmentDelivered'>, { after, now }: Stage): readonly Notice[] {
  const listening = after.couples[couple]?.listening ?? null;
  const writer = personOf(after, said.by);
  const reader = partnerOf(after, writer);
  if (listening === null || reader === null || listening.pace === 'live') return [];
  const { step, option, pieces, picks } = said;
  const isSilent = isSilentFor(reader, after, now);
  const words = { protocol: listening.protocol, step, partner: writer.name, option, pieces, picks };
  return [
    send(reader.id, say('listenSaid', words), { lane: 'reveal', isProtected: true, isSilent }),
    ...voiceNotes(reader, writer, pieces, isSilent),
  ];
}

/** Two letters, to both at once. */
export function openLetters({ couple, said }: Of<'lettersOpened'>, { after, now }: Stage): readonly Notice[] {
  const listening = after.couples[couple]?.listening ?? null;
  const lettersOf = (id: PersonId) => said.find(({ by }) => by === id)?.pieces ?? [];
  return (after.couples[couple]?.members ?? []).flatMap((id) => {
    const me = personOf(after, id);
    const partner = partnerOf(after, me);
    if (listening === null || partner === null) return [];
    const isSilent = isSilentFor(me, after, now);
    const [own, theirs] = [lettersOf(id), lettersOf(partner.id)];
    const words = { protocol: listening.protocol, step: listening.step, partner: partner.name, own, theirs };
    return [
      send(id, say('listenLetters', words), { lane: 'reveal', isProtected: true, isSilent }),
      ...voiceNotes(me, partner, theirs, isSilent),
    ];
  });
}

/** The answer a listening round is about: it was opened before, and stands at its start for both. */
export function quoteAnswer(couple: Couple, { about, speaker }: Listening, { after, now }: Stage): readonly Notice[] {
  const opened = couple.opened.find(({ round }) => round.id === about);
  const writer = personOf(after, speaker);
  const { answer, isClosed } = opened === undefined ? closed : shownTo(opened, writer);
  if (opened === undefined || isClosed || answer.state !== 'sealed') return [];
  return couple.members.map((id) =>
    send(
      id,
      say('listenQuote', { partner: writer.name, isOwn: id === speaker, scenario: opened.round.scenario, answer }),
      { lane: 'reveal', isProtected: true, isSilent: isSilentFor(personOf(after, id), after, now) },
    ),
  );
}

const closed: AnswerShown = { answer: emptyAnswer, isClosed: true };

/** A tap of the one who listens, or waits: no words of anyone. */
export function sendSignal({ person, signal }: Of<'signalGiven'>, { after, now }: Stage): readonly Notice[] {
  const me = personOf(after, person);
  const partner = partnerOf(after, me);
  if (partner === null) return [];
  return [
    send(partner.id, say('listenSignal', { partner: me.name, signal }), {
      lane: 'reveal',
      isSilent: isSilentFor(partner, after, now),
    }),
  ];
}

export function thankListener({ person }: Of<'listenerThanked'>, { after, now }: Stage): readonly Notice[] {
  const me = personOf(after, person);
  const partner = partnerOf(after, me);
  if (partner === null) return [];
  return [
    send(partner.id, say('listenThanks', { partner: me.name }), {
      lane: 'reveal',
      isSilent: isSilentFor(partner, after, now),
    }),
  ];
}

/** What was said in the last listening round, once more, to whoever asks: nothing that was not delivered then. */
export function showHeard({ couple, person }: Of<'heardShown'>, { after }: Stage): readonly Notice[] {
  const me = personOf(after, person);
  const partner = partnerOf(after, me);
  const heard = after.couples[couple]?.heard ?? null;
  if (partner === null || heard === null) return [];
  const pages = inPages(heard.said);
  return [
    ...pages.map((said) =>
      send(person, say('listenHeardAgain', { protocol: heard.protocol, me: person, partner: partner.name, said }), {
        isProtected: true,
      }),
    ),
    ...heard.said.flatMap(({ by, pieces }) => (by === person ? [] : voiceNotes(me, partner, pieces, false))),
  ];
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
  const me = personOf(after, event.person);
  const partner = partnerOf(after, me);
  const heard = after.couples[event.couple]?.heard ?? null;
  if (partner === null || heard?.plan == null) return [];
  const { text } = heard.plan;
  const isSilent = isSilentFor(partner, after, now);
  if (event.type === 'planProposed') {
    return [
      edit(me.id, 'listen-plan', say('listenPlanSent', { partner: partner.name, text })),
      send(partner.id, say('listenPlanProposed', { partner: me.name, text }), {
        lane: 'reveal',
        card: 'listen-plan',
        keys: planKeys(heard, 'listenPlanYes'),
        isProtected: true,
        isSilent,
      }),
    ];
  }
  return [
    edit(me.id, 'listen-plan', null),
    ...[me, partner].map(({ id }) =>
      send(id, say('listenPlanAgreed', { text }), { lane: 'reveal', isProtected: true }),
    ),
  ];
}

/**
 * What the other sees of an answer: of one that stays closed, that it exists, and not a word of it; of a pass, nothing
 * of the draft that its writer never sealed.
 */
function shownTo(opened: OpenedRound, writer: Person): AnswerShown {
  const answer = answerOf(writer, opened.round.id);
  const isClosed = opened.closed.includes(writer.id);
  const isShown = answer.state === 'sealed' && !isClosed;
  return { answer: isShown ? withoutStep(answer) : { ...withoutStep(answer), pieces: [], picks: [] }, isClosed };
}

/** How often an answer was changed is nobody else's to know. */
function withoutStep(answer: Answer): Answer {
  return { ...answer, step: 0 };
}

function voiceNotes(to: Person, from: Person, pieces: readonly Piece[], isSilent: boolean): readonly Notice[] {
  return pieces.flatMap((piece) =>
    piece.kind === 'voice' && piece.fileId !== null
      ? [
          send(to.id, say('partnerVoice', { partner: from.name, fileId: piece.fileId }), {
            act: 'voice',
            lane: 'reveal',
            isProtected: true,
            isSilent,
          }),
        ]
      : [],
  );
}
