import { writeFileSync } from 'node:fs';
import { generateSchema, printSchema } from './generate.js';

writeFileSync(new URL('./bot-api.json', import.meta.url), printSchema(generateSchema()));
