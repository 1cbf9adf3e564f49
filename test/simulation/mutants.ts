import type { Change } from './bundle.js';
import type { DiskName } from './disk.js';
import type { Theme } from './plan.js';
import type { RareTheme } from './rare-plans.js';

/** Planted bugs: one change of one module each, made while it is bundled, never by a flag in it. */
export interface Mutant extends Change {
  readonly name: string;
  /** The promise whose watch must notice. */
  readonly promise: readonly string[];
  /** Where what is planted is the store's own, worlds on that store; the quick ones when absent. */
  readonly disk?: DiskName;
  /** Where it shows only when several things meet, worlds in which they do; worlds of all kinds when absent. */
  readonly theme?: Theme | RareTheme | 'twins';
}

export const mutants: readonly Mutant[] = [
  {
    name: 'a round opens once one has sealed',
    file: 'src/core/round/round.ts',
    search: 'couple.members.every((member) => isFinal(answerOf(personOf(after, member), round.id)));',
    replace: 'couple.members.some((member) => isFinal(answerOf(personOf(after, member), round.id)));',
    promise: ['1'],
  },
  {
    name: 'a round opens to one of the two only',
    file: 'src/core/crossing.ts',
    search: 'aboutOpened(scene, id, round.id, (me, partner, opened) => {\n',
    replace:
      'aboutOpened(scene, id, round.id, (me, partner, opened) => {\n      if (me.id !== scene.actor) return [];\n',
    promise: ['2'],
  },
  {
    name: 'a draft is lost when more is said',
    file: 'src/core/round/round.ts',
    search: 'const all = [...answer.pieces, ...pieces];\n  return (\n    overLimit(all) ?? [',
    replace: 'const all = [...pieces];\n  return (\n    overLimit(all) ?? [',
    promise: ['3'],
  },
  {
    name: 'what is taken back opens all the same',
    file: 'src/core/round/round.ts',
    search:
      "return changed(me, round, { ...answer, state: 'draft', pieces, step: answer.step + 1 }, 'withdrawn');\n}\n\n/** [Voeg",
    replace: "return changed(me, round, { ...answer, pieces, step: answer.step + 1 }, 'withdrawn');\n}\n\n/** [Voeg",
    promise: ['1', '2'],
  },
  {
    name: 'what was said out of turn goes along with a turn',
    file: 'src/core/crossing.ts',
    search: 'const { step, option, pieces, picks } = said;\n',
    replace:
      'const { step, option, picks } = said;\n    const pieces = [...said.pieces, ...(listening.notes[said.by] ?? [])];\n',
    promise: ['4'],
  },
  {
    name: 'a question comes in a breather',
    file: 'src/core/wake.ts',
    search: 'if (isHeldBack(couple) || wasHeldBack) return letPass(couple, slot.date, served);',
    replace: '',
    promise: ['5'],
  },
  {
    name: 'a breather leaves what waits in the courier',
    file: 'src/core/breather/slot.ts',
    search: "recalls: { breatherBegan: ['scheduled'] },",
    replace: 'recalls: {},',
    promise: ['5'],
  },
  {
    name: 'a breather has no end',
    file: 'src/core/breather/wake.ts',
    search: 'if (breather === null) return meetResumption(couple, now);',
    replace: 'if (breather === null) return meetResumption(couple, now);\n  if (breather.until > 0) return [];',
    promise: ['5', '9'],
  },
  {
    name: 'a date has two questions',
    file: 'src/core/rhythm/rhythm.ts',
    search: '(servedDate === null || date > servedDate) &&',
    replace: '(servedDate === null || date >= servedDate) &&',
    promise: ['rhythm', '9'],
  },
  {
    name: 'a question that was held up comes beside the next',
    theme: 'rhythm',
    file: 'src/core/round/cards.ts',
    search: 'dropAfter: isDue ? now + promptLifeMs : null,',
    replace: 'dropAfter: null,',
    promise: ['rhythm'],
  },
  {
    name: 'what an outage made late comes at night',
    file: 'src/courier/policy.ts',
    search: "if (row.lane === 'scheduled') return { settled: retry(row, until) };",
    replace: '',
    promise: ['rhythm'],
  },
  {
    name: 'an update is applied twice',
    file: 'src/store/sqlite/apply.ts',
    disk: 'sqlite',
    search: "if (updateId !== null && markSeen.run({ bot, updateId, now }).changes === 0) return { result: 'seen' };",
    replace: 'if (updateId !== null) markSeen.run({ bot, updateId, now });',
    promise: ['3'],
  },
  {
    name: 'an offset is confirmed before the commit',
    file: 'src/telegram/poller.ts',
    search: 'if (inbound.length > 0) await onBatch(inbound);',
    replace: 'if (inbound.length > 0) void onBatch(inbound).catch(onFatal);',
    promise: ['9', '3'],
  },
  {
    name: 'who stopped is written to',
    file: 'src/core/announce.ts',
    search: 'if (person.hasStopped || person.consent === null) return false;',
    replace: 'if (person.consent === null) return false;',
    promise: ['7'],
  },
  {
    name: 'what was on its way still reaches who stopped',
    file: 'src/core/recalls.ts',
    search: '  stopped: allLanes,\n',
    replace: '',
    promise: ['7'],
  },
  {
    name: 'an invite works twice',
    file: 'src/core/pairing/evolve.ts',
    search: "...spendInvite(couple, 'used'),",
    replace: '...couple,',
    promise: ['8', '9'],
  },
  {
    name: 'an invite outlives its life',
    file: 'src/core/pairing/limits.ts',
    search: 'inviteLifeMs = 7 * dayMs;',
    replace: 'inviteLifeMs = 70 * dayMs;',
    promise: ['8'],
  },
  {
    name: 'a power cut takes what was confirmed',
    file: 'src/store/sqlite/files.ts',
    disk: 'sqlite',
    search: "raw.pragma('synchronous = FULL');",
    replace: "raw.pragma('synchronous = NORMAL');",
    promise: ['9', '3', '2', '8', '7', 'rhythm'],
  },
  {
    name: 'one poison update stops the others',
    file: 'src/store/sqlite/apply.ts',
    disk: 'sqlite',
    search: "      return { result: 'failed', error: error instanceof RuleThrew ? error.cause : error };",
    replace: '      throw error;',
    promise: ['9'],
  },
  {
    name: 'a reveal is lost at a 403',
    theme: 'reach',
    file: 'src/courier/policy.ts',
    search: "settlement: row.lane === 'reveal' ? held(row) : dropped(row)",
    replace: 'settlement: dropped(row)',
    promise: ['2'],
  },
  {
    name: 'a crash loses what was under way',
    file: 'src/store/sqlite/outbox.ts',
    disk: 'sqlite',
    search: "if (row.isNudge) queues.end(row, { state: 'dropped', messageId: null }, now);",
    replace: "queues.end(row, { state: 'dropped', messageId: null }, now);\n        if (row.isNudge) continue;",
    promise: ['2', '9', '3'],
  },
  {
    name: 'a key is written after what it protects',
    theme: 'crashes',
    file: 'src/store/sqlite/sqlite-store.ts',
    disk: 'sqlite',
    search: '      vault.write();\n      commit.run();',
    replace: '      commit.run();\n      vault.write();',
    promise: ['9'],
  },
  {
    name: 'who is silent is erased as soon as they were asked',
    file: 'src/core/leaving/silence.ts',
    search: 'return atOwnHour(person, answerBy > last ? answerBy : last);',
    replace: 'return atOwnHour(person, since);',
    promise: ['silence'],
    theme: 'years',
  },
  {
    name: 'who is silent is erased a day later than was said',
    file: 'src/core/leaving/silence.ts',
    search: 'const eraseAfterDays = 213;',
    replace: 'const eraseAfterDays = 214;',
    promise: ['silence'],
    theme: 'absence',
  },
  {
    name: 'the other hears it when who left long ago is erased',
    file: 'src/core/leaving/silence.ts',
    search: "if (gone.length > 0) return gone.map(({ id }): Event => ({ type: 'erased', person: id, why: 'left' }));",
    replace:
      "const [left] = gone;\n  if (left !== undefined) {\n    return [\n      { type: 'erased', person: left.id, why: 'silence' },\n      { type: 'unpaired', couple: couple.id, by: left.id },\n    ];\n  }",
    promise: ['6'],
    theme: 'absence',
  },
  {
    name: 'who is there all the time counts as silent',
    file: 'src/core/leaving/silence.ts',
    search: 'return seenOn === today && askedToStayOn === null ? {}',
    replace: 'return seenOn !== null ? {}',
    promise: ['silence'],
    theme: 'years',
  },
  {
    name: 'what is stored stays behind when the clock is set',
    theme: 'clock',
    disk: 'sqlite',
    file: 'src/store/sqlite/sqlite-store.ts',
    search: 'if (by !== null) this.#move(by, now);',
    replace: '',
    promise: ['9', '5', '2', '8', 'silence', 'rhythm'],
  },
  {
    name: 'a clock set back stands still until its hour returns',
    theme: 'clock',
    file: 'src/clock.ts',
    search: 'return Math.floor(machine.stopwatchMs() + base);',
    replace:
      'const one = machine as { latest?: number };\n      return (one.latest = Math.max(one.latest ?? 0, Math.floor(machine.wallMs())));',
    promise: ['9', '5', '2', '8', 'silence', 'rhythm'],
  },
  {
    name: 'a clock a year ahead at the start is believed',
    theme: 'clock',
    file: 'src/app/timekeeper.ts',
    search: 'if (awayMs < 0 || awayMs > believableMs) clock.follow(-awayMs);',
    replace: 'if (awayMs < 0) clock.follow(-awayMs);',
    promise: ['silence', 'clock'],
  },
  {
    name: 'a clock in doubt asks all the same',
    theme: 'clock',
    file: 'src/core/wake.ts',
    search: "if (given.doubtedUntil !== null && inDoubt === 'waits') continue;",
    replace: '',
    promise: ['clock'],
  },
  {
    name: 'what was set ahead by mistake has aged once it is right again',
    theme: 'clock',
    file: 'src/app/clock-steps.ts',
    search: 'const olderMs = doubt.undoMs > 0 && later >= doubt.trustedAt ? -doubt.undoMs : byMs;',
    replace: 'const olderMs = 2 * byMs;',
    promise: ['silence', '5', '8'],
  },
  {
    name: 'a breather ends at once when both have left it',
    theme: 'twins',
    file: 'src/core/breather/evolve.ts',
    search: 'return { breather: { ...breather, freed: [...breather.freed, person], back } };',
    replace:
      'const freed = [...breather.freed, person];\n    const isOver = scene.couples[coupleId]?.members.every((one) => freed.includes(one));\n    return { breather: isOver === true ? null : { ...breather, freed, back } };',
    promise: ['6'],
  },
  {
    name: 'a listening round ends at once when both have stopped',
    theme: 'twins',
    file: 'src/core/listening/evolve.ts',
    search: 'return withCouple(scene, coupleId, () => ({ listening: next }));',
    replace:
      'return withCouple(scene, coupleId, () => ({ listening: couple.members.every((one) => left.includes(one)) ? null : next }));',
    promise: ['6'],
  },
  {
    name: 'a listening round ends at once when both have let it go',
    theme: 'twins',
    file: 'src/core/listening/moves.ts',
    search: "[{ type: 'listeningLetGo', couple: couple.id, person: me.id }],",
    replace:
      "couple.members.every((one) => one === me.id || listening.left.includes(one)) ? [{ type: 'listeningEnded', couple: couple.id, how: 'over', at: 0 }] : [{ type: 'listeningLetGo', couple: couple.id, person: me.id }],",
    promise: ['6'],
  },
  {
    name: 'how things stand reckons with the holiday of the other',
    theme: 'twins',
    file: 'src/core/pairing/status-cards.ts',
    search: 'own: isPaired && !isOnHoliday(me, now) ?',
    replace: 'own: isPaired && !couple.members.some((one) => isOnHoliday(personOf(after, one), now)) ?',
    promise: ['6'],
  },
  {
    name: 'what the hour of the other brings is there before one’s own',
    theme: 'twins',
    file: 'src/core/round/live-round.ts',
    search: 'return me.untold === null ? null : liveRound(couple, me.untold);',
    replace: 'return open;',
    promise: ['6'],
  },
  {
    name: 'a line in discreet mode shows what lies in it',
    theme: 'folds',
    file: 'src/core/discreet/fold.ts',
    search: 'return lineTo(to, slot, {',
    replace:
      "return send(to, notice.say ?? say('unopened', {}), { card: foldCard(slot), keys: [[key('unfold', slot)]], isProtected: true,",
    promise: ['discreet'],
  },
  {
    name: 'what waits when discreet mode begins comes bare',
    theme: 'covers',
    file: 'src/core/discreet/fold.ts',
    search: "return event.type === 'discreetChosen' && event.isOn ? [event.person] : [];",
    replace: "return event.type === 'discreetChosen' && event.isOn && event.person < 0 ? [event.person] : [];",
    promise: ['discreet'],
  },
  {
    name: 'a line that was taken away still opens',
    theme: 'covers',
    disk: 'sqlite',
    file: 'src/store/sqlite/queues.ts',
    search: '        folds.emptyUnder(row.id);\n',
    replace: '',
    promise: ['discreet'],
  },
  {
    name: 'what one’s own clock brings is not folded',
    theme: 'folds',
    file: 'src/core/discreet/fold.ts',
    search: 'return notice.to !== scene.actor || !isAsked ||',
    replace: 'return (scene.actor !== null && notice.to !== scene.actor) ||',
    promise: ['discreet'],
  },
  {
    name: 'a line in discreet mode is still readable after /wis',
    theme: 'folds',
    disk: 'sqlite',
    file: 'src/store/sqlite/scenes.ts',
    search: 'if (isRekeyed) tables.outbox.dropFolded(person.id, now);',
    replace: '',
    promise: ['discreet'],
  },
];
