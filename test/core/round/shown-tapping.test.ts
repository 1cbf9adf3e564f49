import { describe, test } from 'vitest';
import { anne, askedCouple, given } from '../../support/given.js';
import { sees } from '../chat.js';
import { choice, feelings, only, prompt } from '../prompts.js';

/** What stands in a chat of an answer that is tapped, line by line. */

describe('an answer by tapping', () => {
  test('is shown under the question, and on one card that stays where it is', () => {
    given(askedCouple({ prompts: only(choice) }))
      .when(anne.taps('pick', { arg: 'thee' }), anne.taps('pick', { arg: 'koffie' }))
      .then(
        sees(
          anne,
          '~ prompt: [pick:thee*] / [pick:koffie] / [later] [else]',
          '- draft',
          '+ draft: draft [seal] [restart]',
          '~ prompt: [pick:thee] / [pick:koffie*] / [later] [else]',
          '~ draft: draft [seal] [restart]',
        ),
      )
      .when(anne.says('met melk'), anne.taps('pick', { arg: 'thee' }))
      .then(
        sees(
          anne,
          '- draft',
          '+ draft: draft [seal] [restart]',
          '~ prompt: [pick:thee*] / [pick:koffie] / [later] [else]',
          '~ draft: draft [seal] [restart]',
        ),
      )
      .when(anne.taps('seal'), anne.taps('withdraw'))
      .then(
        sees(
          anne,
          '~ prompt: no keys',
          '~ draft: sealed [withdraw]',
          '~ prompt: [pick:thee*] / [pick:koffie] / [later] [else]',
          '- draft',
          '+ draft: draft [seal] [restart]',
        ),
      )
      .when(anne.taps('pick', { arg: 'thee' }))
      .then(sees(anne, '~ prompt: [pick:thee] / [pick:koffie] / [later] [else]', '~ draft: draft [seal] [restart]'));
    given(askedCouple({ prompts: only(choice) }), anne.says('met melk'))
      .when(anne.taps('pick', { arg: 'thee' }))
      .then(sees(anne, '~ prompt: [pick:thee*] / [pick:koffie] / [later] [else]', '~ draft: draft [seal] [restart]'));
  });

  test('keeps the group open that the newest came from, and comes back to all of them', () => {
    given(askedCouple({ prompts: only(feelings) }))
      .when(anne.taps('group', { arg: 'zwaar' }), anne.taps('pick', { arg: 'moe' }))
      .then(
        sees(
          anne,
          '~ prompt: [pick:moe] [pick:bang] / [group]',
          '~ prompt: [pick:moe*] [pick:bang] / [group]',
          '- draft',
          '+ draft: draft [seal] [restart]',
        ),
      )
      .when(anne.taps('group', { arg: '' }), anne.taps('group', { arg: 'warm' }), anne.taps('pick', { arg: 'blij' }))
      .then(
        sees(
          anne,
          '~ prompt: [group:warm] [group:zwaar*] / [later] [else]',
          '~ prompt: [pick:blij] [pick:dankbaar] / [group]',
          '~ prompt: [pick:blij*] [pick:dankbaar] / [group]',
          '~ draft: draft [seal] [restart]',
        ),
      )
      .when(anne.taps('group', { arg: '' }), anne.taps('group', { arg: 'zwaar' }), anne.taps('pick', { arg: 'moe' }))
      .then(
        sees(
          anne,
          '~ prompt: [group:warm*] [group:zwaar*] / [later] [else]',
          '~ prompt: [pick:moe*] [pick:bang] / [group]',
          '~ prompt: [pick:moe] [pick:bang] / [group]',
          '~ draft: draft [seal] [restart]',
        ),
      )
      .when(anne.taps('seal'), anne.taps('withdraw'))
      .then(
        sees(
          anne,
          '~ prompt: no keys',
          '~ draft: sealed [withdraw]',
          '~ prompt: [group:warm*] [group:zwaar] / [later] [else]',
          '- draft',
          '+ draft: draft [seal] [restart]',
        ),
      );
  });

  test('begins a card of its own after the question was skipped', () => {
    given(askedCouple({ prompts: only(choice) }), anne.says('half'), anne.taps('else'), anne.taps('skip'))
      .when(anne.taps('pick', { arg: 'thee' }))
      .then(
        sees(
          anne,
          '~ prompt: [pick:thee*] / [pick:koffie] / [later] [else]',
          '- draft',
          '+ draft: draft [seal] [restart]',
        ),
      );
  });

  test('has its options two by two, however many there are', () => {
    const option = (id: string) => ({ id, label: { nl: id, en: id } });
    const groups = [{ ...option('warm'), options: ['een', 'twee', 'drie'].map(option) }];
    given(askedCouple({ prompts: only(prompt('veel', { answer: { kind: 'multi', max: 3, groups } })) }))
      .when(anne.taps('group', { arg: 'warm' }))
      .then(sees(anne, '~ prompt: [pick:een] [pick:twee] / [pick:drie] / [group]'));
  });
});
