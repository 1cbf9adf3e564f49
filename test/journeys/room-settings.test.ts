import { describe, expect, it } from 'vitest';
import { en } from '../../src/texts/en/en.js';
import { nl } from '../../src/texts/nl/nl.js';
import { answers, pair } from '../support/couple.js';
import { oneBot } from '../support/one-bot.js';
import { asks, groupWith } from '../support/room.js';
import { roomsOn } from '../support/room-questions.js';

const words = {
  nl: {
    ...{ settings: '/instellingen', labels: nl.labels, head: 'Instellingen' },
    ...{ none: 'Kamer: geen', making: 'Kamer: nog niet in gebruik', inUse: 'Kamer: in gebruik' },
    ...{ explained: 'Wil je een kamer met z’n tweeën?', asked: 'Anne heeft een kamer gemaakt' },
    ...{ open: 'De kamer is in gebruik. Ik schrijf daar in het Nederlands.', other: 'Ik schrijf daar in het Engels.' },
    ...{
      empty: 'De kamer is leeg en ik ben eruit.',
      isOpen: 'Jullie antwoorden zijn open.',
      above: 'For the two of you.',
    },
    speaksOther: nl.labels.roomInEnglish,
  },
  en: {
    ...{ settings: '/settings', labels: en.labels, head: 'Settings' },
    ...{ none: 'Room: none', making: 'Room: not in use yet', inUse: 'Room: in use' },
    ...{ explained: 'Would you like a room for the two of you?', asked: 'Anne has made a room' },
    ...{ open: 'The room is in use. I write in English there.', other: 'I write in Dutch there.' },
    ...{ empty: 'The room is empty and I’ve left it.', isOpen: 'Your answers are open.', above: 'Voor jullie twee.' },
    speaksOther: en.labels.roomInDutch,
  },
};

describe('the room among the settings', () => {
  const house = oneBot({ environment: roomsOn });

  it.each(['nl', 'en'] as const)(
    'is made there, said to be in use, given another language and closed (%s)',
    async (language) => {
      const { world } = house();
      const { labels, ...says } = words[language];
      const { anne, bram } = await pair(world, { languageCode: language }, { languageCode: language }, language);
      for (const one of [anne, bram]) await answers(one, `the beginning, by ${one.name}`, language);
      for (const one of [anne, bram]) await one.sees(says.isOpen);

      await anne.says(says.settings);
      expect((await anne.hears(says.head)).text).toContain(says.none);
      await anne.taps(labels.ourRoom);
      await anne.hears(says.explained);
      const requestId = await world.until(
        'the key that asks for a group',
        () =>
          anne
            .chat()
            ?.replyKeyboard?.rows.flat()
            .find(({ text }) => text === labels.makeRoom)?.requestsChat?.requestId,
      );
      const { groupId } = await world.control<{ groupId: number }>('POST', `/people/${String(anne.id)}/share-chat`, {
        requestId,
        title: 'Wij twee',
        memberIds: [bram.id],
      });
      await world.until('the group', () => world.group(groupId));
      const room = groupWith(world, groupId);
      await bram.hears(says.asked);
      for (const one of [anne, bram]) {
        await one.says(says.settings);
        expect((await one.hears(says.head)).text).toContain(says.making);
      }
      await bram.taps(labels.ourRoom);
      await bram.hears(says.asked);
      await bram.taps(labels.roomYes);
      for (const one of [anne, bram]) {
        await one.hears(says.open);
        await one.says(says.settings);
        expect((await one.hears(says.head)).text).toContain(says.inUse);
      }

      const annes = anne.messages().length;
      await bram.taps(labels.ourRoom);
      await bram.hears(says.open);
      await bram.taps(says.speaksOther);
      await bram.sees(says.other);
      expect(anne.messages()).toHaveLength(annes);
      await asks(world, { anne, bram }, language);
      for (const one of [anne, bram]) await answers(one, `something light, by ${one.name}`, language);
      const post = await room.sees('something light, by Bram');
      expect(post.text).toContain(says.above);

      await bram.taps(labels.ourRoom);
      await bram.taps(labels.roomClose);
      for (const one of [anne, bram]) await one.hears(says.empty);
      await room.isLeft();
      await bram.says(says.settings);
      expect((await bram.hears(says.head)).text).toContain(says.none);
    },
  );
});
