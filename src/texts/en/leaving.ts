import type { LeavingSayParams } from '../../core/leaving/say.js';
import { bold } from '../../telegram/format.js';
import { lines, paragraphs } from '../answer.js';
import type { Labels, Says } from '../texts.js';

/** Stopping and unpairing in English. */

export const leavingLabels = {
  stop: 'Yes, stop',
  unpair: 'Unpair',
  unpairLater: 'In a few days',
  keepPaired: 'Don’t unpair after all',
  staySilent: 'Stay silent',
  goOn: 'Carry on after all',
  askErase: 'Erase…',
} satisfies Labels;

export const leavingSay: Says<keyof LeavingSayParams> = {
  stopped: ({ partner, isLeaving, hasRoom }) =>
    partner === null
      ? paragraphs(
          'It’s quiet now. I won’t send you anything more.',
          'You can leave it like this, unpair, or erase everything. There’s no rush.',
        )
      : paragraphs(
          'It’s quiet now. I won’t send you anything more.',
          isLeaving ? `I’ll unpair you in a few days. Until then ${partner} won’t notice anything.` : null,
          lines(
            bold('Unpair'),
            `${partner} is told right away that the pairing has ended, and not why. I’ll erase whatever was still closed. You keep your own open answers until their time is up; /erase deletes them straight away.`,
            ...(isLeaving
              ? [bold('Don’t unpair after all'), 'Then it simply stays quiet.']
              : [
                  bold('In a few days'),
                  `The same, only later, at an ordinary hour that I pick. Until then ${partner} won’t notice anything.`,
                ]),
            bold('Stay silent'),
            `It stays like this. ${partner} gets no message, and an open question simply stays open. After seven months I’ll erase what I have about you. To ${partner} it’ll still look as if you don’t answer; just for that I keep your first name and when your questions came.`,
            bold('Carry on after all'),
            'As if nothing had happened.',
          ),
          hasRoom === true
            ? `I won’t write in your room any more either. If you leave it yourself, ${partner} will see that.`
            : null,
          'You don’t have to choose now, and you never have to say why.',
        ),
  silenceKept: ({ partner }) =>
    `All right, it stays quiet.${partner === null ? '' : ` ${partner} gets no message about it.`} If you ever want to go on, there’s /start.`,
  leavingSet: ({ partner }) =>
    paragraphs(
      `All right. I’ll unpair you in a few days, at an ordinary hour. Until then ${partner} won’t notice anything, and I won’t send you anything.`,
      'If you change your mind, type /stop. I’ll take this message away in five minutes.',
    ),
  leavingDropped: () => 'All right, I won’t unpair you. It stays quiet.',
  wentOn: () => 'Good, we’ll carry on.',
  unpaired: () =>
    paragraphs(
      'Your pairing has ended. That’s all I can say about it, and it may be hard to read.',
      'Your own open answers are still yours: /export sends them to you. If you’d like to talk to someone about it, there’s /helplines.',
    ),
  unpairedSelf: ({ partner }) =>
    partner === null ? 'Unpaired.' : `Unpaired. ${partner} hears only that the pairing has ended.`,
};
