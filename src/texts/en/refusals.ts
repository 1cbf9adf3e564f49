import type { Refusal } from '../../core/event.js';
import { minuteOfDay } from '../when.js';

/** Every refusal has a sentence of its own. Those that answer a tap are shown over the chat: at most 200 characters. */
export function refused(refusal: Refusal): string {
  const sentence = sentences[refusal.refusal] as (refusal: Refusal) => string;
  return sentence(refusal);
}

const sentences: { readonly [Name in Refusal['refusal']]: (refusal: Extract<Refusal, { refusal: Name }>) => string } = {
  'agree-first': () => 'Type /start first. I’ll tell you what I do, and you decide.',
  'agree-above': () => 'What I do is written above. Tap “I’m 18+ and I agree” there and we’ll begin.',
  'not-open': () => 'This bot is for one couple only. Do you have an invite? Open the link, or type the code here.',
  'code-unreadable': () =>
    'I can’t find a code in that. Copy the whole link or the whole code once more. If you don’t have one, just type /start.',
  'code-expired': () => 'This invite has expired. Whoever invited you can make a new one with /invite.',
  'code-used': () =>
    'This invite has been used; it works only once. Is it you, with a new account? Then your partner can unpair with /stop and invite you again.',
  'code-replaced': () => 'There’s a newer invite now. Ask for that link.',
  'code-own': () => 'This invite is your own. Pass the link on to your partner.',
  'too-many-guesses': () => 'Too many codes that didn’t work. You can try again in an hour.',
  'too-many-invites': () => 'That’s enough invites for today. The last one still works; tomorrow you can make another.',
  'too-many-joins': () => 'You’ve paired a few times today. Tomorrow you can again.',
  'too-fast': () => 'This is too fast for me. Your last message didn’t arrive. Wait a minute, then send it again.',
  'has-stopped': () => 'You’d asked me to be quiet, so I haven’t kept this. Would you like to carry on?',
  'already-paired': (refusal) =>
    `You’re already paired with ${refusal.partner}. A new account? Unpair with /stop first; then a new invite works.`,
  'not-paired': () =>
    'You’re not paired with anyone right now, so nobody will read this. /invite gives you a link for your partner.',
  'too-late-to-undo': () =>
    'You could undo this for three days after pairing. With /stop you can always leave, no reasons needed.',
  'stale-button': () => 'This button belongs to something from before. Look at the newest message, or type /question.',
  'sealed-already': () => 'You’ve already answered. Want to change it? Take it back first with /withdraw.',
  'no-question': () => 'There’s no open question, so nobody will read this.',
  'no-scenario': () => 'I have no new question for you two just now. Try again in a few days.',
  'run-out': () =>
    'By now you two have had nearly all the loose questions. Some come back after a while; there’s none just now.',
  'no-path': () => 'There’s no path for the two of you yet. After a few questions you can choose one here.',
  'step-today': () => 'The last step was only just now. The next one can come tomorrow.',
  'nothing-to-withdraw': () => 'There’s nothing to take back. What’s already open can’t be taken back.',
  'empty-draft': () => 'There’s nothing here yet. Type or record something first.',
  'sentence-full': () =>
    'Your sentence is finished, so this isn’t part of it. Want to say something else? Edit your earlier message, or tap “Start over”.',
  'line-needed': () => 'Finish one sentence first. Then you can seal.',
  'choose-exactly': ({ count }) => `Choose exactly ${String(count)}: no more, no fewer.`,
  'sealed-once': () => 'This is sealed, and here you can seal only once.',
  'tap-here-only': () => 'Here you only tap; what you type goes nowhere.',
  'page-gone': () => 'This page isn’t here any more.',
  'choose-first': () => 'First tap what may open. You can also keep all of it, with [Keep it to myself].',
  'part-too-long': (refusal) =>
    `There’s room for ${String(refusal.limit)} characters here, and this is ${String(refusal.units)}. Edit your message above to make it shorter, and I’ll take it after all.`,
  'too-long': (refusal) =>
    `This doesn’t fit any more: it’s ${String(refusal.units)} characters altogether, and there’s room for ${String(refusal.limit)}. You can edit your message above until it fits, or save some of it for another question.`,
  'too-many-voices': (refusal) => `An answer holds ${String(refusal.limit)} voice messages. This one doesn’t count.`,
  'too-many-picks': (refusal) => `Pick ${String(refusal.limit)} at most. Tap one off first.`,
  'photo-not-here': () => 'A photo only goes with a question you answer in your own words.',
  'one-photo': () => 'There’s already a photo with this answer; one can come along. Want another? Tap [Start over].',
  'media-unsupported': () => 'I can’t take photos, stickers or files in an answer. Type it, or record it.',
  'forwarded-unsupported': () => 'I don’t take forwarded messages. Better to say it in your own words.',
  'unknown-command': () => 'I don’t know that command. /help shows what you can do.',
  'edit-too-late': () => 'This answer is already open. Your change no longer counts.',
  'unknown-city': () => 'I don’t know that place. Type a bigger city nearby, such as Brussels or Toronto.',
  'zone-offset': () =>
    'A difference in hours doesn’t tell me when your clocks change. Type a city nearby instead, for example Brussels or Toronto.',
  'unknown-hour': () => 'I don’t understand that time. Type it as 19:30, say, or as half past seven.',
  'hour-in-quiet': (refusal) =>
    `${minuteOfDay(refusal.minute)} is in your quiet hours (${minuteOfDay(refusal.quiet.fromMinute)}–${minuteOfDay(refusal.quiet.untilMinute)}). Choose another time, or move your quiet hours first.`,
  'unknown-quiet-hours': () => 'I don’t understand those hours. Type them as 22:00-08:00, say.',
  'quiet-over-hour': (refusal) =>
    `That would put your own time, ${minuteOfDay(refusal.minute)}, in the quiet. Choose other quiet hours, or move your time first.`,
  'unknown-date': () => 'I don’t understand that day. Type it as 12 December, say, or as 12/12.',
  'date-past': () => 'That day is over. Type one that’s still to come.',
  'date-too-far': () => 'That’s more than a year away. Choose a day that’s closer, or set the rhythm to no questions.',
  'breather-needs-two': () =>
    'A breather takes two, and you aren’t paired with anyone now. Rest as long as you like; nothing happens here until you do something.',
  'in-breather': () => 'You’re taking a breather. Your question stays where it is; you can go on afterwards.',
  'breather-full': () =>
    'It can’t be any longer. Once the time is up I’ll ask how you are; you don’t have to come back then.',
  'line-too-long': (refusal) =>
    `One line is enough: ${String(refusal.limit)} characters at most, this is ${String(refusal.units)}.`,
  'listening-needs-two': () =>
    'Listening takes two, and you aren’t paired with anyone now. /invite gives you a link for your partner.',
  'in-listening': () => 'You’re in a conversation. Everything else stays where it is; you can go on afterwards.',
  'say-it-aloud': () => 'You’re side by side: say it aloud. Nobody reads what you type here.',
  'tap-only': () => 'No need to type here. Tap what fits.',
  'voice-too-long': (refusal) =>
    `This is too long to hear in one go: ${String(Math.round(refusal.seconds / 60))} minutes at most each. This message doesn’t count.`,
  'edit-after-delivery': () => 'This has arrived already. Your change no longer counts.',
  'gave-today': () => 'You’ve already given one today. Tomorrow you can again.',
  'postcard-given': () => 'This card has been given already. Your change no longer counts.',
  'line-typed-only': () => 'Type this one line. You can record again later.',
  'replied-already': () => 'Your reply has been sent already. Do carry on talking together.',
  'reaction-sent-already': () => 'Your reply has been sent, so this message won’t be. Do carry on talking together.',
  'nothing-kept': () => 'I don’t keep anything about you yet, except the language I answer you in.',
  'listen-too-soon': ({ minutes }) =>
    `You’ve only just asked. You can ask again in ${minutes > 90 ? `${String(Math.ceil(minutes / 60))} hours` : minutes === 1 ? 'a minute' : `${String(minutes)} minutes`}. Or simply ask in person.`,
  'too-many-plans': () => 'You’ve already proposed a few agreements today. You can propose another one tomorrow.',
  'export-too-soon': ({ minutes }) =>
    `You’ve only just had your data. You can ask again in ${String(minutes)} ${minutes === 1 ? 'minute' : 'minutes'}.`,
};
