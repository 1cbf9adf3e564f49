import type { Breather } from './breather-scene.js';
import type { Event } from './event.js';
import { openedKeys } from './keys.js';
import { say, type AnswerShown, type Notice } from './notice.js';
import { draftCard, edit, isSilentFor, openedOf, promptCard, revealCard, send } from './notices.js';
import { answerOf, coupleOf, partnerOf, personOf } from './person.js';
import type { Answer, Couple, Instant, OpenedRound, Person, Piece, Scene } from './scene.js';

/**
 * Everything that carries one partner's words to the other stands in this file: an opened round, an answer that its
 * writer shares after all, a reaction, and the two lines after a breather. Nothing else may.
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
