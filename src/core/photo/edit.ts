import type { Command } from '../command.js';
import type { Decision } from '../event.js';
import type { Given } from '../given.js';
import { coupleOf } from '../person.js';
import type { Piece, Wording } from '../piece.js';
import { isWordedAs } from '../reading/marks.js';
import { isVisible } from '../reading/visible.js';
import { overLimit } from '../round/limits.js';
import { isFinal, liveRound } from '../round/live-round.js';
import { awaitTap } from '../round/opened.js';
import { drafted } from '../round/draft.js';
import type { Person, Scene } from '../scene.js';
import { inPlaceOf, piecesOf } from './pieces.js';

type Edit = Extract<Command, { type: 'editSaid' }>;
type Photo = Extract<Piece, { kind: 'photo' }>;

/**
 * An edit of a message with a photo: other words below it, words where there were none, none any more, or another photo.
 * Null where no photo of that message stands in an answer or waits for its yes.
 */
export function editPhoto(
  scene: Scene,
  me: Person,
  edit: Edit,
  { scenarios }: Pick<Given, 'scenarios'>,
): Decision | null {
  if (me.heldPhoto?.messageId === edit.messageId) {
    const photo = { ...me.heldPhoto, fileId: edit.photo ?? me.heldPhoto.fileId, caption: captionOf(edit) };
    return [{ type: 'photoHeld', person: me.id, photo, isEdit: true }];
  }
  const isPhoto = (one: Piece): one is Photo => one.kind === 'photo' && one.messageId === edit.messageId;
  const found = Object.entries(me.answers).find(([, { pieces }]) => pieces.some(isPhoto));
  const before = found?.[1].pieces.find(isPhoto);
  if (found === undefined || before === undefined) return null;
  const [roundId, answer] = found;
  const { messageId } = edit;
  const said = piecesOf({ messageId, fileId: edit.photo ?? before.fileId, caption: captionOf(edit) });
  if (
    isSame(
      said,
      answer.pieces.filter((one) => one.messageId === messageId),
    )
  )
    return [];
  const round = liveRound(coupleOf(scene, me), roundId);
  if (round === null) return { refusal: 'edit-too-late' };
  if (isFinal(answer)) return awaitTap(me, 'rewrite', roundId, ...said);
  const pieces = inPlaceOf(answer.pieces, said);
  const how = answer.state === 'skipped' ? 'said' : 'edited';
  return overLimit(pieces) ?? drafted(me, round, scenarios.get(round.scenario), { ...answer, pieces }, how);
}

function captionOf({ text, marks }: Wording): Wording | null {
  return isVisible(text) ? { text, ...(marks === undefined ? {} : { marks }) } : null;
}

function isSame(said: readonly Piece[], before: readonly Piece[]): boolean {
  return (
    said.length === before.length &&
    said.every((one, at) => {
      const was = before[at];
      if (one.kind === 'text') return was?.kind === 'text' && isWordedAs(was, one);
      return one.kind === 'photo' && was?.kind === 'photo' && was.fileId === one.fileId;
    })
  );
}
