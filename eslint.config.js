import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * The walls of the house. Each entry: in these files, these imports are refused, for this reason.
 * A wall that hurts is a design question: see docs/decisions/.
 */
const wall = (files, patterns, ignores = []) => ({
  files,
  ignores,
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
});

const noTelegraf = {
  group: ['telegraf', 'telegraf/*'],
  message: 'Only telegram/ imports telegraf; texts compose with telegram/format.ts.',
};
const noSql = {
  group: ['drizzle-orm', 'drizzle-orm/*', 'better-sqlite3'],
  message: 'Nobody outside store/ knows SQL or a transaction.',
};
const noEmulator = { group: ['**/emulator/**'], message: 'The bot meets the emulator over HTTP only.' };
const noApp = { group: ['**/app/**'], message: 'app/ knows everyone; nobody knows app/.' };
const coreOnlyItself = {
  regex: '^(?!\\./([a-z-]+/)?[a-z-]+\\.js$)',
  message: 'core/ imports only core/: time, chance and texts reach it as data.',
};
const roomOfCore = {
  ...coreOnlyItself,
  regex: '^(?!\\.\\.?/([a-z-]+/)?[a-z-]+\\.js$)',
};
const crossingAlone = {
  group: ['**/crossing/shown.js'],
  message: "Only core/crossing/ carries one partner's words to the other.",
};
const calendarToo = {
  regex: '^(?!\\.\\.?/[a-z-]+\\.js$|temporal-polyfill$)',
  message: 'core/time/calendar.ts imports core/ and temporal-polyfill, nothing else.',
};
const drawingAlone = {
  regex: '^(?!\\./[a-z-]+\\.js$)',
  allowTypeImports: true,
  message: 'drawing/ is pure: words in, a picture as SVG out. It imports itself, and types of core/.',
};
const emulatorAlone = {
  regex: '^\\.\\./\\.\\./(?!node_modules)|^(\\.\\./)+(app|core|courier|store|telegram|texts)/',
  message: 'The emulator imports nothing of the rest: it speaks only HTTP.',
};

export default defineConfig(
  globalIgnores(['node_modules', 'artifacts', 'dist', 'coverage', 'data', 'migrations', 'src/emulator/page/**']),
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['eslint.config.js'] } } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: false }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // «All but these» is said by naming them beside the rest.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
    },
  },
  wall(['src/core/*.ts'], [coreOnlyItself, crossingAlone]),
  wall(['src/core/*/*.ts'], [roomOfCore, crossingAlone], ['src/core/time/calendar.ts', 'src/core/crossing/*.ts']),
  wall(['src/core/crossing/*.ts'], [roomOfCore]),
  wall(['src/core/time/calendar.ts'], [calendarToo]),
  {
    files: ['src/core/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['Date', 'setTimeout', 'setInterval', 'setImmediate', 'process', 'performance', 'crypto', 'fetch'].map(
          (name) => ({ name, message: 'core/ is pure: time and chance arrive as data.' }),
        ),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Chance arrives as data.' },
        { object: 'globalThis', property: 'Date', message: 'Time arrives as data.' },
      ],
    },
  },
  wall(['src/drawing/**'], [drawingAlone, noTelegraf, noSql]),
  wall(['src/store/**'], [noTelegraf, noEmulator, noApp]),
  wall(['src/telegram/**'], [noSql, noEmulator, noApp]),
  wall(
    ['src/texts/**', 'src/courier/**', 'src/scenarios/**', 'src/operator/**', 'src/*.ts'],
    [noTelegraf, noSql],
    ['src/demo.ts'],
  ),
  wall(['src/app/**'], [noTelegraf, noSql, noEmulator]),
  wall(['src/demo.ts'], [noTelegraf, noSql]),
  wall(['src/emulator/**'], [noTelegraf, noSql, emulatorAlone]),
  { files: ['test/**', 'bench/**'], rules: { 'max-lines-per-function': 'off' } },
  { files: ['eslint.config.js'], extends: [tseslint.configs.disableTypeChecked] },
  {
    files: [
      ...['main', 'demo', 'demo-run'].map((entry) => `src/${entry}.ts`),
      ...[
        'src/operator/**',
        'src/emulator/main.ts',
        'bench/**',
        'test/chaos/main.ts',
        'test/crash/main.ts',
        'test/other-node/main.ts',
      ],
    ],
    rules: { 'no-console': 'off' },
  },
);
