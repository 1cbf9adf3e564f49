import { afterAll, beforeAll, expect } from 'vitest';
import type { CallView } from '../../src/emulator/contract.js';
import { startBotProcess, type BotProcess } from './bot-process.js';
import { tracesOf } from './traces.js';
import { openWorld, sundayNoon, type World } from './world.js';

export interface OneBot {
  readonly world: World;
  readonly bot: BotProcess;
  /** SIGKILL and a new start: no chance to finish anything, and whatever was decided stands all the same. */
  readonly dies: () => Promise<void>;
}

export interface Setting {
  /** What the clock says when the bot starts: noon on a Sunday unless said, never the hour at which the tests run. */
  readonly atMs?: number;
  readonly environment?: Record<string, string>;
  readonly flags?: () => readonly string[];
  /** Which calls the Bot API may refuse; none unless said. */
  readonly mayBeRefused?: (call: CallView) => boolean;
}

/**
 * One world and one running bot for all tests where this is called, since a start costs more than most of what is
 * tested; each test brings people of its own.
 */
export function oneBot({
  atMs = sundayNoon,
  environment,
  flags,
  mayBeRefused = () => false,
}: Setting = {}): () => OneBot {
  let open: OneBot | null = null;

  beforeAll(async () => {
    const world = await openWorld();
    await world.setClock(atMs);
    const bot = await startBotProcess(world, environment, flags?.());
    const dies = async () => {
      await bot.kill();
      await bot.start();
    };
    open = { world, bot, dies };
  });

  afterAll(async () => {
    if (open === null) return;
    const { world, bot } = open;
    open = null;
    const secrets = await secretsOf(world);
    await bot.stop();
    const traces = tracesOf(secrets, { directories: [bot.dataDir], texts: { output: bot.output() } });
    await bot.close();
    await world.close();
    expect(traces).toEqual([]);
    // Nothing that anybody sends is ever downloaded.
    expect(world.calls.filter(({ method }) => method === 'getFile')).toEqual([]);
    expect(world.wrongCalls().filter((call) => !mayBeRefused(call))).toEqual([]);
  });

  return () => {
    if (open === null) throw new Error('only within a test');
    return open;
  };
}

const shortestWords = 12;
const mostWords = 8;

/** Who people are, and the longest of what they wrote: it may stand readable nowhere. */
async function secretsOf(world: World): Promise<readonly string[]> {
  const { chats, groups } = await world.state();
  const written = [...chats, ...groups].flatMap(({ messages }) =>
    messages.flatMap(({ from, text }) =>
      from === 'person' && !text.startsWith('/') && text.length >= shortestWords ? [text.slice(0, 100)] : [],
    ),
  );
  const longest = [...new Set(written)].sort((one, other) => other.length - one.length).slice(0, mostWords);
  const ids = [...chats.map(({ person }) => person.id), ...groups.map(({ id }) => Math.abs(id))];
  return [...ids.map(String), ...longest];
}
