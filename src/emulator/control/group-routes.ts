import type { FastifyInstance } from 'fastify';
import type { Emulator } from '../emulator.js';
import { adminRights, isAdmin, isInside, usualRights, type AdminRight, type Group } from '../world/group.js';
import { changeGroup, deleteGroup, migrate, needsSupergroup, type JoinComes } from '../world/group-change.js';
import { deleteInGroup, editInGroup, pressInGroup, readGroup, speak, type Doing } from '../world/group-people.js';
import { add, makeGroup, setRank, takeOut, type Who } from '../world/membership.js';
import { omit } from '../world/omit.js';
import { currentBot, usualFlags, type Person } from '../world/world.js';
import { isTrue, number, objectBody, onlyKnown, optional, text, WrongBody, type Body } from './body.js';
import { readChange } from './group-change-body.js';
import { viewGroup } from './group-views.js';
import { groupNamed, peopleNamed, personNamed } from './named.js';
import { readSends } from './sends.js';
import { tellBot } from './tell.js';

interface GroupRoute {
  Params: { id: string };
}

/** Who is in which group, and what they do there; and what the bot's owner chose for groups at @BotFather. */
export function groupRoutes(app: FastifyInstance, emulator: Emulator): void {
  app.patch('/control/bot', (request) => {
    const body = objectBody(request.body);
    const names = Object.keys(usualFlags) as (keyof typeof usualFlags)[];
    onlyKnown(body, names);
    const bot = currentBot(emulator.world);
    for (const name of names) bot.flags[name] = optional(body, name, isTrue) ?? bot.flags[name];
    tellBot(emulator, bot.token);
    return bot.flags;
  });
  app.post('/control/groups', (request) => viewOf(emulator, newGroup(emulator, objectBody(request.body))));
  app.get<GroupRoute>('/control/groups/:id', ({ params }) => viewOf(emulator, groupNamed(emulator, Number(params.id))));
  memberRoutes(app, emulator);
  rankRoutes(app, emulator);
  talkRoutes(app, emulator);
}

/** Each answers with the group as it is then, or the one that it has become. */
function changes(
  app: FastifyInstance,
  emulator: Emulator,
  path: string,
  does: (group: Group, body: Body) => Group | null,
) {
  app.post<GroupRoute>(`/control/groups/:id/${path}`, (request) => {
    const group = groupNamed(emulator, Number(request.params.id));
    if (group.migratedTo !== null) throw new WrongBody(`this group has become the supergroup ${group.migratedTo}`);
    if (group.isDeleted) throw new WrongBody('this group was deleted');
    return viewOf(emulator, does(group, objectBody(request.body ?? {})) ?? group);
  });
}

function memberRoutes(app: FastifyInstance, emulator: Emulator): void {
  const bot = () => currentBot(emulator.world);
  changes(app, emulator, 'add', (group, body) => {
    onlyKnown(body, ['personId', 'bot', 'byId', 'startPayload']);
    const by = actor(emulator, group, body);
    const who = subject(emulator, body);
    if (isInside(placeIn(group, who))) throw new WrongBody('they are in this group already');
    if (who === 'bot' && !bot().flags.can_join_groups) throw new WrongBody('this bot may not be added to groups');
    add(emulator, bot(), group, { who, by });
    const payload = optional(body, 'startPayload', text);
    if (payload !== undefined) {
      const start = `/start@${bot().user.username} ${payload}`;
      finished(speak({ emulator, bot: bot(), group, person: by }, { text: start }));
    }
    return null;
  });
  changes(app, emulator, 'remove', (group, body) => {
    onlyKnown(body, ['personId', 'bot', 'byId']);
    const by = ruler(emulator, group, body);
    takeOut(emulator, bot(), group, { who: insider(emulator, group, body), by });
    return null;
  });
  changes(app, emulator, 'join', (group, body) => {
    onlyKnown(body, ['personId']);
    const who = personNamed(emulator, number(body, 'personId'));
    const before = placeIn(group, who);
    if (isInside(before)) throw new WrongBody('they are in this group already');
    if (before?.status === 'kicked')
      throw new WrongBody('they were removed from this group, and the link is closed to them');
    add(emulator, bot(), group, { who, by: null });
    return null;
  });
  changes(app, emulator, 'leave', (group, body) => {
    onlyKnown(body, ['personId']);
    takeOut(emulator, bot(), group, { who: insider(emulator, group, body), by: null });
    return null;
  });
}

function rankRoutes(app: FastifyInstance, emulator: Emulator): void {
  const bot = () => currentBot(emulator.world);
  const supergroup = (group: Group, by: Person) =>
    group.kind === 'supergroup' ? group : migrate(emulator, bot(), group, by, 'first');
  changes(app, emulator, 'promote', (group, body) => {
    onlyKnown(body, ['personId', 'bot', 'byId', 'rights', 'isAnonymous']);
    const by = ruler(emulator, group, body);
    const who = insider(emulator, group, body);
    const rights = readRights(body['rights']);
    const isAnonymous = optional(body, 'isAnonymous', isTrue) ?? false;
    // Chosen rights and anonymity exist only in supergroups: the apps make one without a word.
    const place = isAnonymous || body['rights'] !== undefined ? supergroup(group, by) : group;
    setRank(emulator, bot(), place, { who, by, rights, isAnonymous });
    return place;
  });
  changes(app, emulator, 'demote', (group, body) => {
    onlyKnown(body, ['personId', 'bot', 'byId']);
    const by = ruler(emulator, group, body);
    setRank(emulator, bot(), group, { who: insider(emulator, group, body), by, rights: null, isAnonymous: false });
    return null;
  });
  changes(app, emulator, 'change', (group, body) => {
    const by = ruler(emulator, group, body);
    const change = readChange(omit(body, 'byId'));
    const place = needsSupergroup(change) ? supergroup(group, by) : group;
    changeGroup(emulator, bot(), place, by, change);
    return place;
  });
  changes(app, emulator, 'migrate', (group, body) => {
    onlyKnown(body, ['byId', 'joinComes']);
    const joinComes = optional(body, 'joinComes', text) ?? 'first';
    if (!/^(first|last|never)$/.test(joinComes)) throw new WrongBody('"joinComes" must be one of: first, last, never');
    if (group.kind === 'supergroup') throw new WrongBody('this is a supergroup already');
    return migrate(emulator, bot(), group, ruler(emulator, group, body), joinComes as JoinComes);
  });
  changes(app, emulator, 'destroy', (group, body) => {
    onlyKnown(body, ['byId']);
    deleteGroup(emulator, bot(), group, ruler(emulator, group, body));
    return null;
  });
}

function talkRoutes(app: FastifyInstance, emulator: Emulator): void {
  const act = (path: string, does: (doing: Doing, body: Body) => object | null) => {
    app.post<GroupRoute>(`/control/groups/:id/${path}`, (request) => {
      const body = objectBody(request.body);
      const group = groupNamed(emulator, Number(request.params.id));
      const person = personNamed(emulator, number(body, 'personId'));
      const doing = { emulator, bot: currentBot(emulator.world), group, person };
      return finished(does(doing, omit(body, 'personId')) ?? {});
    });
  };
  act('send', (doing, body) => speak(doing, readSends(body)));
  act('press', (doing, body) =>
    pressInGroup(doing, { messageId: number(body, 'messageId'), callbackData: text(body, 'callbackData') }),
  );
  act('edit', (doing, body) => editInGroup(doing, { messageId: number(body, 'messageId'), text: text(body, 'text') }));
  act('delete', (doing, body) => deleteInGroup(doing, number(body, 'messageId')));
  app.post<GroupRoute>('/control/groups/:id/read', (request) => {
    readGroup(emulator, currentBot(emulator.world), groupNamed(emulator, Number(request.params.id)));
    return {};
  });
}

function newGroup(emulator: Emulator, body: Body): Group {
  onlyKnown(body, ['title', 'creatorId', 'memberIds', 'kind', 'hasBot']);
  const bot = currentBot(emulator.world);
  const kind = optional(body, 'kind', text) ?? 'group';
  if (kind !== 'group' && kind !== 'supergroup') throw new WrongBody('"kind" must be one of: group, supergroup');
  const hasBot = optional(body, 'hasBot', isTrue) ?? true;
  if (hasBot && !bot.flags.can_join_groups) throw new WrongBody('this bot may not be added to groups');
  const creator = personNamed(emulator, number(body, 'creatorId'));
  const others = peopleNamed(emulator, body['memberIds'] ?? []).filter((person) => person !== creator);
  return makeGroup(emulator, bot, { title: text(body, 'title'), kind, creator, others, hasBot });
}

function subject(emulator: Emulator, body: Body): Who {
  return body['bot'] === true ? 'bot' : personNamed(emulator, number(body, 'personId'));
}

function insider(emulator: Emulator, group: Group, body: Body): Who {
  const who = subject(emulator, body);
  if (!isInside(placeIn(group, who))) throw new WrongBody('they are not in this group');
  return who;
}

function placeIn(group: Group, who: Who) {
  return who === 'bot' ? group.bot : group.members.get(who.id);
}

/** Who does it: the one who is named, or whoever made the group. */
function actor(emulator: Emulator, group: Group, body: Body): Person {
  const by = personNamed(emulator, optional(body, 'byId', number) ?? group.creatorId);
  if (!isInside(group.members.get(by.id))) throw new WrongBody(`${by.firstName} is not in this group`);
  return by;
}

/** As `actor`, for what an ordinary member may not do. */
function ruler(emulator: Emulator, group: Group, body: Body): Person {
  const by = actor(emulator, group, body);
  if (!isAdmin(group.members.get(by.id))) throw new WrongBody(`${by.firstName} may not do that in this group`);
  return by;
}

function readRights(value: unknown): AdminRight[] {
  if (value === undefined) return [...usualRights];
  if (!Array.isArray(value)) throw new WrongBody('"rights" must be a list');
  return value.map((name: unknown) => {
    const right = adminRights.find((one) => one === name);
    if (right === undefined) throw new WrongBody(`"rights" are of: ${adminRights.join(', ')}`);
    return right;
  });
}

function viewOf(emulator: Emulator, group: Group) {
  return viewGroup(emulator, currentBot(emulator.world), group);
}

function finished(done: object): object {
  if ('error' in done) throw new WrongBody(String(done.error));
  return done;
}
