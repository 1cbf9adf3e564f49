import { describe, expect, it } from 'vitest';
import type { MessageView } from '../../src/emulator/contract.js';
import { nl } from '../../src/texts/nl/nl.js';
import { begin, join } from '../support/couple.js';
import { oneBot } from '../support/one-bot.js';
import { scan } from '../support/scanning.js';
import type { Someone, World } from '../support/world.js';

/** An invite from its first day to its last: scanned from a phone on the sofa, asked about once, over and made anew. */

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const { labels } = nl;

/** What an invite offers, under whichever message. */
const offers: readonly string[] = [
  labels.shareInvite,
  labels.copyInvite,
  labels.newCode,
  labels.qrCode,
  labels.newInvite,
];

function offeredTo(someone: Someone): readonly string[] {
  const shown = someone.messages().flatMap(({ keyboard }) => keyboard.flat().map(({ text }) => text));
  return shown.filter((text) => offers.includes(text));
}

const picturesOf = (someone: Someone) => someone.messages().filter(({ media }) => media?.kind === 'photo');

async function linkIn(world: World, { media }: MessageView): Promise<string> {
  const response = await fetch(new URL(media?.url ?? '', world.url));
  const [link = '', ...more] = await scan(new Uint8Array(await response.arrayBuffer()));
  expect(more).toEqual([]);
  return link;
}

describe('an invite', () => {
  const house = oneBot();

  it('is scanned from the other’s phone, brings them in, and then offers nothing any more', async () => {
    const { world } = house();
    const anne = await world.person('Anne');
    const bram = await world.person('Bram');
    const code = await begin(anne);
    await anne.taps(labels.qrCode);
    const picture = await anne.hears(/scannen/);
    expect(picture.media).toMatchObject({ kind: 'photo', mimeType: 'image/png' });
    const link = await linkIn(world, picture);
    const { bot } = await world.state();
    expect(link).toBe(`https://t.me/${bot?.username ?? ''}?start=${code}`);
    await anne.taps(labels.qrCode);
    await anne.hears(/scannen/);
    await world.until('one picture to be left', () => (picturesOf(anne).length === 1 ? true : undefined));
    await join(bram, new URL(link).searchParams.get('start') ?? '');
    await anne.hears('Bram doet mee.');
    await world.until('the invite to be closed', () =>
      offeredTo(anne).length === 0 && picturesOf(anne).length === 0 ? true : undefined,
    );
    expect(offeredTo(bram)).toEqual([]);
  });

  it('is closed as well when somebody comes through it days later, and so is the question of the day after', async () => {
    const { world } = house();
    const anne = await world.person('Anne');
    const bram = await world.person('Bram');
    const code = await begin(anne);
    await world.later(dayMs + minuteMs);
    const note = await anne.hears(/Je partner is er nog niet. Wil je de link nog eens delen\? Dat kan tot .*\./);
    expect(note.isSilent).toBe(true);
    expect(note.keyboard.flat().map(({ text }) => text)).toEqual([labels.shareInvite, labels.qrCode]);
    expect(decodeURIComponent(note.keyboard[0]?.[0]?.url ?? '')).toContain(`start=${code}`);
    await world.later(3 * dayMs);
    await join(bram, code);
    await anne.hears('Bram doet mee.');
    await world.until('the invite to be closed', () => (offeredTo(anne).length === 0 ? true : undefined));
  });

  it('can be made anew by a tap when it has expired, and its picture is gone after a day', async () => {
    const { world } = house();
    const dora = await world.person('Dora');
    const first = await begin(dora);
    await dora.taps(labels.qrCode);
    await dora.hears(/scannen/);
    await world.later(dayMs + minuteMs);
    await dora.hears(/Je partner is er nog niet/);
    await world.until('the picture to go', () => (picturesOf(dora).length === 0 ? true : undefined));
    await world.later(6 * dayMs);
    await dora.hears('Je uitnodiging is verlopen.');
    await world.until('the old card to be closed', () =>
      offeredTo(dora).join() === labels.newInvite ? true : undefined,
    );
    await dora.taps(labels.newInvite);
    const invite = await dora.hears(/start=/);
    expect(invite.text).not.toContain(first);
    await world.until('the old question to go', () =>
      dora.reads().includes('verlopen') ? undefined : offeredTo(dora).length === 4 ? true : undefined,
    );
  });
});
