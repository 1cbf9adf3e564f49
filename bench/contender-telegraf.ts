import { join } from 'node:path';
import Database from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { Telegraf } from 'telegraf';
import { message } from 'telegraf/filters';
import { startedWith, token } from './contender.js';

/** A bot as one writes it in an afternoon: one that keeps what it is told, and one that keeps nothing. */

const updates = sqliteTable('updates', { id: integer('id').primaryKey(), seenAt: integer('seen_at').notNull() });
const drafts = sqliteTable('drafts', { chat: integer('chat').primaryKey(), words: text('words').notNull() });

const { apiRoot, dataDir } = startedWith();
const bot = new Telegraf(token, { telegram: { apiRoot } });

/** As durable as ours: a confirmed answer outlives a power cut. */
function keepDrafts(): (updateId: number, chat: number, said: string) => string {
  const raw = new Database(join(dataDir, 'plain.sqlite'));
  raw.pragma('journal_mode = WAL');
  raw.pragma('synchronous = FULL');
  raw.exec('create table if not exists updates (id integer primary key, seen_at integer not null)');
  raw.exec('create table if not exists drafts (chat integer primary key, words text not null)');
  const db = drizzle({ client: raw });
  return (id, chat, said) =>
    db.transaction((tx) => {
      tx.insert(updates).values({ id, seenAt: Date.now() }).run();
      const before = tx.select().from(drafts).where(eq(drafts.chat, chat)).get();
      const words = before === undefined ? said : `${before.words}\n${said}`;
      tx.insert(drafts).values({ chat, words }).onConflictDoUpdate({ target: drafts.chat, set: { words } }).run();
      return words;
    });
}

const keep = process.argv[3] === 'telegraf-drizzle' ? keepDrafts() : (_id: number, _chat: number, said: string) => said;
bot.on(message('text'), async (ctx) => {
  const words = keep(ctx.update.update_id, ctx.chat.id, ctx.message.text);
  await ctx.reply(`Zo gaat het open:\n${words}`);
  await ctx.reply('Verzegel je, dan gaat het open zodra jullie allebei verzegeld hebben.');
});
void bot.launch();
process.send?.('listening');
