import type { Servers } from './servers.js';

type Asking = Pick<Servers, 'ask'>;

/**
 * A trigger that notes in the database, for every transaction that takes in an update or changes the outbox, which
 * process did it under which lead.
 */
const noting = `
  create table acts (epoch bigint, name text);
  create function note_act() returns trigger language plpgsql as $$
    begin
      insert into acts select epoch, current_setting('application_name') from leader;
      return null;
    end $$;
  create trigger note_act after insert or update on outbox for each statement execute function note_act();
  create trigger note_act after insert on seen_updates for each statement execute function note_act();`;

export async function noteActs(servers: Asking): Promise<void> {
  await servers.ask(noting);
}

/** The leads under which two processes have acted. */
export async function overlaps(servers: Asking): Promise<number> {
  const rows = await servers.ask('select epoch from acts group by epoch having count(distinct name) > 1');
  return rows.length;
}

/** The session that holds the lead of this database, of several databases on one server; null between two leads. */
export async function leaderOf(servers: Asking): Promise<string | null> {
  const [row] = await servers.ask<{ name: string }>(
    `select application_name as name from pg_locks join pg_stat_activity using (pid)
      where locktype = 'advisory' and granted and objid = 7361002
        and database = (select oid from pg_database where datname = current_database())`,
  );
  return row?.name ?? null;
}
