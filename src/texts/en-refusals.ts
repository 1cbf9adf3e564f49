import type { Refusal } from '../core/event.js';

/** Every refusal has a sentence of its own. Those that answer a tap are shown over the chat: at most 200 characters. */
export function refusedEn(refusal: Refusal): string {
  switch (refusal.refusal) {
    case 'agree-first':
      return 'Type /start first. I’ll tell you what I do, and you decide.';
    case 'not-open':
      return 'This bot is for one couple only. Do you have an invite? Open the link, or type the code here.';
    case 'code-expired':
      return 'This invite has expired. Whoever invited you can make a new one with /invite.';
    case 'code-used':
      return 'This invite has been used. An invite works only once.';
    case 'code-replaced':
      return 'There is a newer invite by now. Ask for that link.';
    case 'code-own':
      return 'This invite is your own. Pass the link on to your partner.';
    case 'too-many-guesses':
      return 'Too many codes that didn’t work. You can try again in an hour.';
    case 'already-paired':
      return `You’re already paired with ${refusal.partner}. An invite does nothing now.`;
    case 'not-paired':
      return 'You’re not paired with anyone right now, so this goes nowhere. /invite gives you a link for your partner.';
    case 'too-late-to-undo':
      return 'You could undo this for three days after pairing. With /stop you can always leave, no reasons needed.';
    case 'stale-button':
      return 'This button belongs to something from before. Look at the newest message, or type /question.';
    case 'sealed-already':
      return 'You’ve already answered. Want to change it? Take it back first with /withdraw.';
    case 'no-question':
      return 'There’s no question waiting, so this goes nowhere.';
    case 'no-scenario':
      return 'I have no new question for you two just now. Try again in a few days.';
    case 'nothing-to-withdraw':
      return 'There’s nothing to take back. What’s already open can’t be taken back.';
    case 'empty-draft':
      return 'There’s nothing here yet. Type or record something first.';
    case 'too-long':
      return `This is too long: ${String(refusal.units)} characters altogether, and ${String(refusal.limit)} fit. This message doesn’t count. Make it shorter and send it again.`;
    case 'too-many-voices':
      return `An answer holds ${String(refusal.limit)} voice messages. This one doesn’t count.`;
    case 'too-many-picks':
      return `Pick ${String(refusal.limit)} at most. Tap one off first.`;
    case 'media-unsupported':
      return 'I can’t put this in an answer. Type it, or record it.';
    case 'forwarded-unsupported':
      return 'I don’t take forwarded messages. Better to say it in your own words.';
    case 'unknown-command':
      return 'I don’t know that command. /help shows what you can do.';
    case 'edit-too-late':
      return 'This answer is already open. Your change no longer counts.';
    case 'unknown-city':
      return 'I don’t know that place. Type a bigger city nearby, such as Brussels or Toronto.';
    case 'breather-needs-two':
      return 'A breather is for two, and you aren’t paired with anyone now. Rest as long as you like; nothing happens here until you do something.';
    case 'in-breather':
      return 'It’s a breather. What was there stays as it is; you can carry on with it later.';
    case 'breather-full':
      return 'It can’t be any longer. Once the time is up I’ll ask how you are; you don’t have to come back then.';
    case 'line-too-long':
      return `One line is enough: ${String(refusal.limit)} characters at most, this is ${String(refusal.units)}.`;
    case 'line-typed-only':
      return 'Type this one line. You can record again later.';
    case 'reaction-sent-already':
      return 'Your reply has been sent, so this message won’t be. Do carry on talking together.';
  }
}
