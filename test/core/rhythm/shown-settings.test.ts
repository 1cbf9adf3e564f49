import type { ButtonName } from '../../../src/core/buttons.js';
import { describe, expect, test } from 'vitest';
import { anne, bram, given, inviter, settledCouple, type Act } from '../../support/given.js';
import { sees } from '../chat.js';
import { opening, prompt } from '../prompts.js';

/** What stands in a chat about somebody's own settings and what the two decide together, line by line. */

const card: Act = anne.does({ type: 'showSettings', view: 'all' });
/** Taps a button of the card itself, which is known to be there. */
const onCard =
  (name: ButtonName, arg: string): Act =>
  (rules) => {
    const button = rules.buttonsOf(anne.id).findLast((one) => one.name === name && one.arg === arg);
    if (button === undefined) throw new Error(`the card has no ${name}:${arg}`);
    rules.perform({ type: 'press', sender: { name: 'Anne' }, button, code: null }, anne.id, 'settings');
  };
const view = (to: string) => onCard('settings', to);
/** Lives by other hours. */
const lives =
  (rhythm: { readonly minute?: number; readonly quietFromMinute?: number; readonly quietUntilMinute?: number }): Act =>
  (rules) => {
    rules.change(anne.id, (person) => ({ rhythm: { ...person.rhythm, ...rhythm } }));
  };

describe('the settings card', () => {
  test('has a view for each thing, in the place of the one before, and nobody else hears of it', () => {
    given(settledCouple(), card)
      .when(view('rhythm'))
      .then(
        sees(
          anne,
          '~ settings: settings wantsPostcards [settings:days] [settings:hour] / [settings:quiet] [settings:holiday] / [otherZone] [reminder:on] / [settings:all]',
        ),
        sees(bram),
      )
      .when(view('days'), onCard('days', 'daily'))
      .then(
        sees(
          anne,
          '~ settings: settings wantsPostcards [days:daily] / [days:three] / [days:weekly] / [days:rest] / [settings:rhythm]',
          '~ settings: settings wantsPostcards [settings:days] [settings:hour] / [settings:quiet] [settings:holiday] / [otherZone] [reminder:on] / [settings:all]',
        ),
      )
      .when(view('hour'), onCard('hour', '1140'))
      .then(
        sees(
          anne,
          '~ settings: settings wantsPostcards [hour:480] [hour:750] [hour:1080] / [hour:1140] [hour:1170] [hour:1200] / [hour:1230] [hour:1260] / [type:hour] / [settings:rhythm]',
          '~ settings: settings wantsPostcards [settings:days] [settings:hour] / [settings:quiet] [settings:holiday] / [otherZone] [reminder:on] / [settings:all]',
        ),
      )
      .when(view('quiet'), onCard('quiet', '1260-420'))
      .then(
        sees(
          anne,
          '~ settings: settings wantsPostcards [quiet:1320-480] [quiet:1260-420] / [quiet:1380-420] [quiet:1260-540] / [type:quiet] / [settings:rhythm]',
          '~ settings: settings wantsPostcards [settings:days] [settings:hour] / [settings:quiet] [settings:holiday] / [otherZone] [reminder:on] / [settings:all]',
        ),
      )
      .when(view('holiday'), onCard('holiday', '7'), view('holiday'), onCard('holiday', 'none'))
      .then(
        sees(
          anne,
          '~ settings: settings wantsPostcards [holiday:7] [holiday:14] / [type:holiday] / [settings:rhythm]',
          '~ settings: settings wantsPostcards [settings:days] [settings:hour] / [settings:quiet] [settings:holiday] / [otherZone] [reminder:on] / [settings:all]',
          '~ settings: settings wantsPostcards [holiday:7] [holiday:14] / [holiday:none] / [type:holiday] / [settings:rhythm]',
          '~ settings: settings wantsPostcards [settings:days] [settings:hour] / [settings:quiet] [settings:holiday] / [otherZone] [reminder:on] / [settings:all]',
        ),
      )
      .when(view('all'), view('keeping'), onCard('keeping', '30'), view('keeping'))
      .then(
        sees(
          anne,
          '~ settings: settings wantsPostcards [settings:rhythm] [otherZone] / [reminder:on] [discreet:on] / [openingHour] [deeper] / [apart] [settings:keeping] / [postcards:off] [speak:en] / [exportData] [eraseData]',
          '~ settings: settings wantsPostcards [keeping:7] [keeping:30] / [keeping:90*] [keeping:365] / [settings:all]',
          '~ settings: settings wantsPostcards [settings:rhythm] [otherZone] / [reminder:on] [discreet:on] / [openingHour] [deeper] / [apart] [settings:keeping] / [postcards:off] [speak:en] / [exportData] [eraseData]',
          '~ settings: settings wantsPostcards [keeping:7] [keeping:30*] / [keeping:90] [keeping:365] / [settings:all]',
        ),
        sees(bram),
      )
      .when(view('all'), onCard('reminder', 'on'), onCard('speak', 'en'))
      .then(
        sees(
          anne,
          '~ settings: settings wantsPostcards [settings:rhythm] [otherZone] / [reminder:on] [discreet:on] / [openingHour] [deeper] / [apart] [settings:keeping] / [postcards:off] [speak:en] / [exportData] [eraseData]',
          '~ settings: settings wantsReminders wantsPostcards [settings:days] [settings:hour] / [settings:quiet] [settings:holiday] / [otherZone] [reminder:off] / [settings:all]',
          '~ settings: settings wantsReminders wantsPostcards [settings:rhythm] [otherZone] / [reminder:off] [discreet:on] / [openingHour] [deeper] / [apart] [settings:keeping] / [postcards:off] [speak:nl] / [exportData] [eraseData]',
        ),
        sees(bram),
      );
  });

  test('is one at a time: asked for again it stands below, and the earlier one keeps no keys', () => {
    given(settledCouple(), card)
      .when(card, anne.does({ type: 'showSettings', view: 'rhythm' }))
      .then(
        sees(
          anne,
          '~ settings: no keys',
          '+ settings: settings wantsPostcards [settings:rhythm] [otherZone] / [reminder:on] [discreet:on] / [openingHour] [deeper] / [apart] [settings:keeping] / [postcards:off] [speak:en] / [exportData] [eraseData]',
          '~ settings: no keys',
          '+ settings: settings wantsPostcards [settings:days] [settings:hour] / [settings:quiet] [settings:holiday] / [otherZone] [reminder:on] / [settings:all]',
        ),
        sees(bram),
      );
    given(inviter())
      .when(card)
      .then(
        sees(
          anne,
          '~ settings: no keys',
          '+ settings: settings wantsPostcards [settings:rhythm] [otherZone] / [reminder:on] [discreet:on] / [settings:keeping] [speak:en] / [exportData] [eraseData]',
        ),
      );
  });

  test('takes the keys from under the note about the rhythm that led to it', () => {
    given(settledCouple())
      .when((rules) => {
        const button = rules.buttonsOf(anne.id).findLast(({ name }) => name === 'otherRhythm');
        if (button === undefined) throw new Error('the note has no way to the rhythm');
        rules.perform({ type: 'press', sender: { name: 'Anne' }, button, code: null }, anne.id, 'rhythm');
      })
      .then(
        sees(
          anne,
          '~ rhythm: no keys',
          '~ settings: no keys',
          '+ settings: settings wantsPostcards [days:daily] / [days:three] / [days:weekly] / [days:rest] / [settings:rhythm]',
        ),
      );
  });

  test('offers no hour that is quiet, and no quiet hours that hold the hour', () => {
    given(settledCouple(), lives({ minute: 450, quietFromMinute: 1140, quietUntilMinute: 480 }), card, view('rhythm'))
      .when(view('hour'), view('quiet'))
      .then(
        sees(
          anne,
          '~ settings: settings wantsPostcards [hour:480] [hour:750] [hour:1080] / [type:hour] / [settings:rhythm]',
          '~ settings: settings wantsPostcards [quiet:1260-420] [quiet:1380-420] / [type:quiet] / [settings:rhythm]',
        ),
      );
  });

  test('asks for what is typed, with a way back; and the answer stands below', () => {
    given(settledCouple(), card, view('rhythm'), view('hour'))
      .when(onCard('type', 'hour'))
      .then(sees(anne, '~ settings: asked [settings:rhythm]'))
      .when(anne.says('19:20'))
      .then(
        sees(
          anne,
          '- settings',
          '+ settings: settings wantsPostcards [settings:days] [settings:hour] / [settings:quiet] [settings:holiday] / [otherZone] [reminder:on] / [settings:all]',
        ),
      )
      .when(view('hour'), onCard('type', 'hour'), anne.says('half acht'))
      .then(
        sees(
          anne,
          '~ settings: settings wantsPostcards [hour:480] [hour:750] [hour:1080] / [hour:1140] [hour:1170] [hour:1200] / [hour:1230] [hour:1260] / [type:hour] / [settings:rhythm]',
          '~ settings: asked [settings:rhythm]',
          '- settings',
          '+ settings: settings wantsPostcards [settings:days] [settings:hour] / [settings:quiet] [settings:holiday] / [otherZone] [reminder:on] / [settings:all]',
        ),
      );
  });

  test('asks for a city with a key to share a place, and takes that away again', () => {
    given(settledCouple(), card)
      .when(anne.taps('otherZone'))
      .then(sees(anne, '+ city: asked (board share-place)'))
      .when(card)
      .then(
        sees(
          anne,
          '- city',
          '~ settings: no keys',
          '+ settings: settings wantsPostcards [settings:rhythm] [otherZone] / [reminder:on] [discreet:on] / [openingHour] [deeper] / [apart] [settings:keeping] / [postcards:off] [speak:en] / [exportData] [eraseData]',
        ),
      )
      .when(anne.taps('otherZone'), anne.does({ type: 'shareZone', zone: 'Europe/London' }))
      .then(
        sees(anne, '+ city: asked (board share-place)', '- city', '~ rhythm: no keys', '+ zoneChanged (board none)'),
        sees(bram),
      )
      .when(anne.taps('otherZone'), anne.does({ type: 'stop' }))
      .then(
        sees(
          anne,
          '+ city: asked (board share-place)',
          '- city',
          '+ farewell: stopped [unpair] / [unpairLater] / [staySilent] / [goOn] / [askErase] / [removeNow]',
        ),
      );
  });
});

describe('what the two decide together', () => {
  test('is asked of one, and told to nobody else', () => {
    given(settledCouple(), card)
      .when(anne.taps('openingHour'))
      .then(
        sees(
          anne,
          '~ opening-hour: no keys',
          '+ opening-hour: openingHourAsked [setOpeningHour*] / [setOpeningHour:1080] / [setOpeningHour:1200] / [setOpeningHour:1290]',
        ),
        sees(bram),
      )
      .when(anne.taps('setOpeningHour', { arg: '1200' }), anne.taps('openingHour'))
      .then(
        sees(
          anne,
          '~ opening-hour: openingHourChosen [setOpeningHour] / [setOpeningHour:1080] / [setOpeningHour:1200*] / [setOpeningHour:1290]',
          '~ opening-hour: no keys',
          '+ opening-hour: openingHourAsked [setOpeningHour] / [setOpeningHour:1080] / [setOpeningHour:1200*] / [setOpeningHour:1290]',
        ),
        sees(bram),
      )
      .when(anne.taps('deeper'), anne.taps('canSayNo', { arg: 'yes' }), anne.taps('deeper'), anne.taps('notDeeper'))
      .then(
        sees(
          anne,
          '~ deeper: no keys',
          '+ deeper: deeperAsked [canSayNo:yes] / [canSayNo:no] [canSayNo:unsure]',
          '~ deeper: deeperChosen',
          '~ deeper: no keys',
          '+ deeper: deeperAsked isOn [notDeeper]',
          '~ deeper: deeperChosen',
        ),
        sees(bram),
      )
      .when(anne.taps('deeper'), anne.taps('canSayNo', { arg: 'unsure' }))
      .then(
        sees(
          anne,
          '~ deeper: no keys',
          '+ deeper: deeperAsked [canSayNo:yes] / [canSayNo:no] [canSayNo:unsure]',
          '~ deeper: deeperChosen',
          '+ brief: informed [otherCountries:helplines] / [removeNow]',
          '- brief (sweep, from Sun 13:05, until Tue 13:00)',
        ),
        sees(bram),
      )
      .when(anne.taps('apart'), card, anne.taps('together'))
      .then(
        sees(
          anne,
          '+ apartChosen isApart',
          '~ settings: no keys',
          '+ settings: settings isApart wantsPostcards [settings:rhythm] [otherZone] / [reminder:on] [discreet:on] / [openingHour] [deeper] / [together] [settings:keeping] / [postcards:off] [speak:en] / [exportData] [eraseData]',
          '+ apartChosen',
        ),
        sees(bram),
      );
  });

  test('is asked and answered on the settings card where it was tapped there, with a way back', () => {
    given(settledCouple(), card)
      .when(
        onCard('openingHour', ''),
        onCard('setOpeningHour', '1290'),
        onCard('deeper', ''),
        onCard('canSayNo', 'yes'),
      )
      .then(
        sees(
          anne,
          '~ settings: openingHourAsked [setOpeningHour*] / [setOpeningHour:1080] / [setOpeningHour:1200] / [setOpeningHour:1290] / [settings:all]',
          '~ settings: openingHourChosen [settings:all]',
          '~ settings: deeperAsked [canSayNo:yes] / [canSayNo:no] [canSayNo:unsure] / [settings:all]',
          '~ settings: deeperChosen [settings:all]',
        ),
        sees(bram),
      )
      .when(onCard('apart', ''), view('all'))
      .then(
        ({ heard }) => {
          expect(heard.map(({ notice: { act, card: name } }) => [act, name])).toEqual([
            ['edit', 'settings'],
            ['edit', 'settings'],
          ]);
        },
        anne.reads('settings', { opensMinute: 1290, isDeeper: true, isApart: true }),
        sees(bram),
      );
  });

  test('whose turn it is picks what comes next, by its own words as far as they fit on a key', () => {
    const asked = (text: string) => prompt(text.slice(0, 3), { text: { nl: text, en: 'Short?' } });
    const fits = `Wat ${'zo '.repeat(18)}?`;
    const prompts = [opening, asked(fits.padEnd(60, '.')), asked(`Lang ${'woord '.repeat(12)}?`)];
    given(settledCouple({ prompts: [...prompts, asked('x'.repeat(70))] }))
      .when(anne.presses('chooseNext'))
      .then(
        sees(anne, '~ choices: no keys', '+ choices: choices [pickNext:Wat] / [pickNext:xxx] / [pickNext:Lan]'),
        sees(bram),
      )
      .then(({ heard }) => {
        const labels = heard.flatMap(({ notice }) =>
          notice.keys.flat().flatMap((key) => (key.kind === 'press' ? [key.label?.nl] : [])),
        );
        expect(labels.toSorted()).toEqual([
          `Lang ${'woord '.repeat(9).trimEnd()}…`,
          fits.padEnd(60, '.'),
          `${'x'.repeat(60)}…`,
        ]);
      })
      .when(anne.taps('pickNext', { arg: 'Lan' }))
      .then(sees(anne, '~ choices: nextPicked'), sees(bram), anne.reads('nextPicked', { scenario: 'Lan' }));
  });
});
