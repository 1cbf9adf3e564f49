import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from '@vitest/expect';
import { format } from 'node:util';

/**
 * What the tests of the rules use of vitest (`describe`, `test`, `each`, `expect`), so that they can be kept as a list of
 * functions and played one by one: starting vitest for every change of the code takes a hundred times what most tests take.
 */
export interface CollectedTest {
  /** Its file, its place in it and its name: the same at every loading. */
  readonly id: string;
  readonly file: string;
  readonly name: string;
  readonly run: () => unknown;
}

type Body = (...args: never[]) => unknown;

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);
const expect = Object.assign((value: unknown, message?: string) => chai.expect(value, message), chai.expect);
Object.assign(expect, (globalThis as Record<symbol, object>)[ASYMMETRIC_MATCHERS_OBJECT]);
setState({ assertionCalls: 0 }, expect as never);

/** A stand-in for the module `vitest`, and the tests that are told to it. */
export function collector() {
  const tests: CollectedTest[] = [];
  const path: string[] = [];
  let file = '';
  let place = 0;
  const test = (name: string, body: Body) => {
    const whole = [...path, name].join(' ');
    tests.push({ id: `${file} ${String((place += 1))} ${whole}`, file, name: whole, run: body });
  };
  const describe = (name: string, body: Body) => {
    path.push(name);
    body();
    path.pop();
  };
  const vitest = { describe: withEach(describe), test: withEach(test), it: withEach(test), expect };
  /** What is told from here on stands in this file. */
  const enter = (next: string) => {
    file = next;
    place = 0;
  };
  return { tests, vitest, enter };
}

function withEach(one: (name: string, body: Body) => void) {
  const each = (rows: readonly unknown[]) => (name: string, body: Body) => {
    for (const row of rows) {
      const args = Array.isArray(row) ? (row as unknown[]) : [row];
      one(named(name, args), () => body(...(args as never[])));
    }
  };
  return Object.assign(one, { each });
}

function named(name: string, args: readonly unknown[]): string {
  const [first] = args;
  const filled = name.replaceAll(/\$(\w+)/g, (_, field: string) => String((first as Record<string, unknown>)[field]));
  const holes = filled.split('%').length - 1;
  return format(filled, ...args.slice(0, holes));
}
