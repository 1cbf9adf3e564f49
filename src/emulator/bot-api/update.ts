import { writeFileSync } from 'node:fs';
import { generateSchema, printSchema } from './generate.js';

const [typed] = process.argv.slice(2);
if (typed !== undefined) {
  const isHelp = typed === '--help' || typed === '-h';
  const usage = 'Writes bot-api.json from the installed @gramio/types.\nUsage: npm run bot-api:update\n';
  (isHelp ? process.stdout : process.stderr).write(isHelp ? usage : `It takes nothing. ${usage}`);
  process.exit(isHelp ? 0 : 2);
}

writeFileSync(new URL('./bot-api.json', import.meta.url), printSchema(generateSchema()));
