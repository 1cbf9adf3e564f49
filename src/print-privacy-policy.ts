import { loadDotEnv, readSettings } from './config.js';
import { readPolicy } from './privacy-policy.js';
import { stopWith } from './process.js';

/** `npm run privacy-policy`: the policy with the operator's name in it, as Markdown, to be published somewhere. */
try {
  loadDotEnv();
  process.stdout.write(readPolicy(readSettings(process.env, ['OPERATOR_NAME', 'OPERATOR_CONTACT'])));
} catch (error) {
  stopWith(error);
}
