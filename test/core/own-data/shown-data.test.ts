import { describe, expect, test } from 'vitest';
import {
  anne,
  askedCouple,
  bram,
  days,
  given,
  inviter,
  minutes,
  pairedCouple,
  settledCouple,
  that,
  time,
  type Act,
  type Expectation,
} from '../../support/given.js';
import { held, listens } from '../../support/listening.js';
import { sees } from '../chat.js';

/** What stands in both chats about what is kept: sent, erased, or asked about after a long silence. */

const onCard =
  (name: 'erase' | 'eraseNow', arg: string): Act =>
  (rules) => {
    const button = { name, slot: '', step: 0, arg };
    rules.perform({ type: 'press', sender: { name: 'Anne' }, button, code: null }, anne.id, 'erase');
  };
const erases = (what: string): readonly Act[] => [
  anne.does({ type: 'erase' }),
  onCard('erase', what),
  onCard('eraseNow', what),
];
/** Whose keys were renewed and whose chat was cleared, and whose unsent messages were taken back. */
const gone = (wanted: {
  readonly people?: readonly number[];
  readonly couple?: boolean;
  readonly cleared?: readonly number[];
  readonly recalled?: readonly string[];
}): Expectation =>
  that(({ rekeyed, cleared, recalled }) => {
    expect(rekeyed.flatMap(({ people }) => people)).toEqual(wanted.people ?? []);
    expect(rekeyed.some(({ couples }) => couples.length > 0)).toBe(wanted.couple ?? false);
    expect(cleared).toEqual(wanted.cleared ?? []);
    expect(recalled.map(({ person, lanes }) => `${String(person)} ${lanes.join(' ')}`)).toEqual(wanted.recalled ?? []);
  });

test('all that is kept is sent as two files', () => {
  given(pairedCouple())
    .when(anne.does({ type: 'exportData' }))
    .then(
      sees(
        anne,
        '+ brief: document exported [exportAll] / [removeNow]',
        '- brief (sweep, from Sun 12:05, until Tue 12:00)',
        '+ brief: document exported [removeNow]',
        '- brief (sweep, from Sun 12:05, until Tue 12:00)',
      ),
      sees(bram),
    );
});

describe('/wis', () => {
  test('explains each way in the place of the choice, and can be thought better of', () => {
    given(pairedCouple())
      .when(anne.does({ type: 'erase' }), onCard('erase', 'chat'), onCard('erase', 'answers'), anne.taps('keepIt'))
      .then(
        sees(
          anne,
          '~ erase: no keys',
          '+ erase: eraseAsked [erase:answers] / [erase:chat] / [erase:everything] / [keepIt]',
          '~ erase: eraseExplained [eraseNow:chat] / [keepIt]',
          '~ erase: eraseExplained [eraseNow:answers] / [keepIt]',
          '~ erase: eraseDropped',
        ),
        sees(bram),
      )
      .when(anne.does({ type: 'stop' }), anne.taps('askErase'), anne.taps('erase', { arg: 'everything' }))
      .then(
        sees(
          anne,
          '+ farewell: stopped [unpair] / [unpairLater] / [staySilent] / [goOn] / [askErase] / [removeNow]',
          '~ erase: no keys',
          '+ erase: eraseAsked [erase:answers] / [erase:chat] / [erase:everything] / [keepIt]',
          '~ erase: no keys',
          '+ erase: eraseExplained [eraseNow:everything] / [keepIt] / [removeNow]',
        ),
      );
  });

  test('of the chat leaves what is kept as it is', () => {
    given(pairedCouple(), anne.says('blijft'))
      .when(...erases('chat'))
      .then(
        sees(
          anne,
          '~ erase: no keys',
          '+ erase: eraseAsked [erase:answers] / [erase:chat] / [erase:everything] / [keepIt]',
          '~ erase: eraseExplained [eraseNow:chat] / [keepIt]',
          '+ chatCleared',
        ),
        sees(bram),
        gone({ cleared: [anne.id] }),
      );
  });

  test('of the answers takes their cards, and lets what can be answered be answered anew', () => {
    given(
      ...[askedCouple(), anne.says('Annes eerste'), time.is('2026-11-25T20:00')],
      ...[anne.says('Annes tweede'), anne.taps('seal'), anne.says('Annes derde')],
    )
      .when(...erases('answers'))
      .then(
        sees(
          anne,
          '~ erase: no keys',
          '+ erase: eraseAsked [erase:answers] / [erase:chat] / [erase:everything] / [keepIt]',
          '~ erase: eraseExplained [eraseNow:answers] / [keepIt]',
          '- offer',
          '- draft',
          '~ prompt: [later] [else]',
          '- draft',
          '~ prompt: [later] [else]',
          '~ erase: answersErased',
        ),
        sees(bram),
        gone({ people: [anne.id], couple: true, recalled: ['1 reply'] }),
      );
    given(askedCouple())
      .when(...erases('answers'))
      .then(
        sees(
          anne,
          '~ erase: no keys',
          '+ erase: eraseAsked [erase:answers] / [erase:chat] / [erase:everything] / [keepIt]',
          '~ erase: eraseExplained [eraseNow:answers] / [keepIt]',
          '~ erase: answersErased',
        ),
      );
    given(inviter(), anne.says('Annes eerste'))
      .when(...erases('answers'))
      .then(
        sees(
          anne,
          '~ erase: no keys',
          '+ erase: eraseAsked [erase:answers] / [erase:chat] / [erase:everything] / [keepIt]',
          '~ erase: eraseExplained [eraseNow:answers] / [keepIt]',
          '- draft',
          '~ prompt: [later] [else]',
          '~ erase: answersErased',
        ),
      );
  });

  test('of the answers takes the cards of a listening round that goes on', () => {
    given(settledCouple(), ...listens('spiegelen'), anne.says('half'))
      .when(...erases('answers'))
      .then(
        sees(
          anne,
          '~ erase: no keys',
          '+ erase: eraseAsked [erase:answers] / [erase:chat] / [erase:everything] / [keepIt]',
          '~ erase: eraseExplained [eraseNow:answers] / [keepIt]',
          '~ listen-step: no keys',
          '~ listen-draft: no keys',
          '- listen-draft',
          '- listen-held',
          '~ erase: answersErased',
        ),
        sees(bram),
      );
    given(settledCouple(), ...listens('spiegelen'), anne.says('heel'), anne.taps('listenDone'))
      .when(...erases('answers'))
      .then(
        sees(
          anne,
          '~ erase: no keys',
          '+ erase: eraseAsked [erase:answers] / [erase:chat] / [erase:everything] / [keepIt]',
          '~ erase: eraseExplained [eraseNow:answers] / [keepIt]',
          '~ listen-step: no keys',
          '- listen-draft',
          '- listen-held',
          '~ erase: answersErased',
        ),
      );
    given(
      settledCouple(),
      ...listens('spiegelen'),
      bram.says('Ja maar'),
      anne.says('zo'),
      anne.taps('listenDone'),
      held,
    )
      .when(
        bram.says('zo dus'),
        bram.does({ type: 'erase' }),
        bram.taps('erase', { arg: 'answers' }),
        bram.taps('eraseNow'),
      )
      .then(
        sees(anne),
        sees(
          bram,
          '- listen-draft',
          '+ listen-draft: listenDraft [listenDone:1] [listenRestart:1]',
          '~ erase: no keys',
          '+ erase: eraseAsked [erase:answers] / [erase:chat] / [erase:everything] / [keepIt]',
          '~ erase: no keys',
          '+ erase: eraseExplained [eraseNow:answers] / [keepIt]',
          '~ listen-step: no keys',
          '~ listen-draft: no keys',
          '- listen-draft',
          '- listen-held',
          '~ listen-aside: no keys',
          '~ erase: answersErased',
        ),
      );
    given(settledCouple(), ...listens('spiegelen'), time.passes(days(2) + minutes(1)), anne.taps('listenLetGo'))
      .when(...erases('answers'))
      .then(
        sees(
          anne,
          '~ erase: no keys',
          '+ erase: eraseAsked [erase:answers] / [erase:chat] / [erase:everything] / [keepIt]',
          '~ erase: eraseExplained [eraseNow:answers] / [keepIt]',
          '~ erase: answersErased',
        ),
      );
    given(settledCouple(), anne.does({ type: 'listen' }), anne.taps('listenInvite', { step: 0 }))
      .when(...erases('answers'))
      .then(
        sees(
          anne,
          '~ erase: no keys',
          '+ erase: eraseAsked [erase:answers] / [erase:chat] / [erase:everything] / [keepIt]',
          '~ erase: eraseExplained [eraseNow:answers] / [keepIt]',
          '~ erase: answersErased',
        ),
      );
  });
});

test('what was heard, thrown away by hand, can be read in no copy; by the clock it simply ends', () => {
  const over: readonly Act[] = [
    ...[...listens('alleen-luisteren'), anne.says('zo'), anne.taps('listenDone'), held],
    ...[bram.taps('listenOption', { arg: 'dank' }), anne.taps('listenMore')],
  ];
  given(settledCouple(), ...over)
    .when(anne.taps('listenKeep', { arg: 'now' }))
    .then(gone({ couple: true }));
  given(settledCouple(), ...over)
    .when(time.passes(days(8)))
    .then(gone({}));
});

describe('a long silence', () => {
  test('is asked about, and a tap says that all may stay', () => {
    given(inviter(), time.passes(days(182)))
      .when(time.passes(days(3)))
      .then(sees(anne, '+ stay: stayAsked [stay] / [erase:everything] (scheduled)'))
      .when(anne.taps('stay'))
      .then(sees(anne, '~ stay: stayed'));
  });

  test('that goes on ends with a word at an hour that suits', () => {
    given(inviter(), time.passes(days(185)))
      .when(time.passes(days(40)))
      .then(sees(anne, '+ erasedInSilence (scheduled)'));
  });
});

test('another bot takes back what the one before it was to send', () => {
  given(pairedCouple())
    .when(anne.does({ type: 'botChanged' }))
    .then(sees(anne, '+ botChanged (reveal)'), sees(bram), gone({ recalled: ['1 reply scheduled'] }));
});
