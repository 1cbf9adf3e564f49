import type { RoomReason } from '../../core/room/scene.js';
import type { RoomSayParams } from '../../core/room/say.js';
import { paragraphs } from '../answer.js';
import { revealInRoom } from '../room.js';
import type { Labels, Says } from '../texts.js';

/** The room in English: a Telegram group of the two, where what opens may lie in front of both. */

export const roomLabels = {
  ourRoom: 'Our room',
  roomInDutch: 'Dutch in there',
  roomInEnglish: 'English in there',
  roomOnComputer: 'On a computer',
  roomDrop: 'Never mind',
  roomYes: 'Yes, there',
  roomNo: 'Leave it',
  roomLook: 'Look again',
  roomClose: 'Close the room',
  roomApart: 'Rather apart',
  makeRoom: 'Pick or make a group',
  addToGroup: 'Add me to a group',
} satisfies Labels;

/** What it is and what it is not, for whoever is to say yes to it. */
const terms = [
  '• I don’t read along. Only what starts with / or replies to a message of mine reaches me, and I don’t keep it.',
  '• Writing, sealing, stopping and help stay here. What is spoken or vulnerable opens here too.',
  '• If somebody joins, I take away what I can. What was read by then, I can’t get back.',
  '• What you type there yourselves I can’t hold back, not in a breather either.',
  '• Don’t type /stop or /helplines there: the other one sees it.',
].join('\n');

const reasons: Readonly<Record<RoomReason, string>> = {
  joined: 'Somebody has joined your room.',
  'not-two': 'It’s no longer just the two of you in the room.',
  promoted: 'I was made an administrator in your room. I’d read everything then, and I don’t want that.',
  exposed: 'I see more in your room than I’m meant to. Take me out and add me again.',
  public: 'Your room is public, or belongs to a channel.',
  unsure: 'I can’t tell who is in your room.',
  removed: 'I’m no longer in your room.',
};

const whyNot: Readonly<Record<RoomReason, string>> = {
  joined: 'There’s somebody else in that group.',
  'not-two': 'It isn’t just the two of you in that group.',
  promoted: 'I was made an administrator in that group. I’d read everything then, and I don’t want that.',
  exposed: 'I see more in that group than I’m meant to.',
  public: 'That group is public, or belongs to a channel.',
  unsure: 'I can’t tell who is in that group.',
  removed: 'I’m not in that group. Add me to it yourself, just as a member.',
};

const away = 'I put nothing more there, and take away what I wrote. What was read meanwhile, I can’t get back.';

export const roomSay: Says<keyof RoomSayParams> = {
  roomExplained: ({ partner }) =>
    paragraphs(
      `Would you like a room for the two of you? It’s a Telegram group with you, ${partner} and me. I put what opens there, once, and you two talk on by yourselves.`,
      terms,
      'Rather not? Then everything stays as it is.',
    ),
  roomMaking: ({ partner }) => `Make a group with ${partner} below, or pick one.`,
  roomLink: ({ partner }) =>
    `Make a group with ${partner} in Telegram, and add me with this button. Just as a member: I don’t need to be an administrator.`,
  roomUnfit: () => 'This bot can’t do that yet. Whoever runs it can switch it on.',
  roomDropped: () => 'All right, everything stays as it is.',
  roomTooOften: () => 'That’s often enough for today. You can try again tomorrow, with /room.',
  roomMissing: ({ partner }) => `I’m in the group, but ${partner} isn’t yet. Add ${partner}, and it goes on by itself.`,
  roomFits: () =>
    paragraphs(
      'I’ve looked: you two and me, nobody else. Once you both say yes, things open there from then on. Picking this group counts as your yes.',
      terms,
      'Changed your mind? Then take me out of the group. Until you both say yes, everything stays as it was.',
    ),
  roomAsked: ({ partner, isAgain }) =>
    paragraphs(
      isAgain
        ? 'I’ve looked: you two and me, nobody else. If you both say yes again, things open in your room again.'
        : `${partner} has made a room: a Telegram group with the two of you and me. If you say yes, things open there from now on, once, instead of in two chats.`,
      terms,
      isAgain
        ? 'Rather not? Then you don’t have to do anything.'
        : `Rather not? Then you don’t have to do anything; ${partner} isn’t told.`,
    ),
  roomYesNoted: () => 'All right. Once you’ve both said yes, I’ll tell you. Until then everything stays as it was.',
  roomNoNoted: () => 'All right, everything stays as it is. If you change your mind today: /room.',
  roomOpen: ({ partner, language }) =>
    `The room is in use. I write in ${language === 'nl' ? 'Dutch' : 'English'} there. You can always go back to your own chats, with /room. Don’t type /stop or /helplines there: ${partner} sees it.`,
  roomGreeting: () => 'I put what is open here. Otherwise I’m quiet. You write and seal in your own chat with me.',
  roomReveal: (said, about) => revealInRoom(said, 'For the two of you.', 'en', about),
  openInRoom: () => 'It’s open. Look in your room.',
  roomApartSaid: () => 'I’ll put it in your own chats.',
  roomNotYours: () => 'This button isn’t for you.',
  roomShut: ({ reason, hasStranded }) =>
    paragraphs(
      reason === 'removed'
        ? `${reasons.removed} What is there I can’t take away any more. From now on everything opens in your own chat again.`
        : `${reasons[reason]} ${away} From now on everything opens in your own chat again.`,
      hasStranded ? 'What I wrote before the group was converted is still there; I can’t take that away.' : null,
    ),
  roomStillShut: ({ reason }) => `${whyNot[reason]} So for now everything opens in your own chat.`,
  roomLooking: () => 'Let me look.',
  roomNotMade: ({ reason }) =>
    reason === null
      ? 'The room didn’t come about; I’ve left the group. Everything stays as it was.'
      : `${whyNot[reason]}${reason === 'removed' ? '' : ' I’ve left it.'} Everything stays as it was.`,
  roomOff: () =>
    'This bot can’t have rooms any more. I’ll take away what I wrote there and leave the group. Everything opens in your own chat again.',
  roomEmpty: () => 'The room is empty and I’ve left it. The group itself is yours.',
};
