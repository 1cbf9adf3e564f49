import { readCommandLine } from '../command-line.js';
import { loadDotEnv, readSettings } from '../config.js';
import { readPolicy } from '../privacy-policy.js';
import { stopWith } from '../process.js';

/** `npm run privacy-policy`: the policy with the operator's name in it, as Markdown, to be published somewhere. */
readCommandLine({
  usage: 'npm run privacy-policy',
  about: 'Prints the privacy policy with the name of OPERATOR_NAME in it, as Markdown.',
});
try {
  loadDotEnv();
  process.stdout.write(readPolicy(readSettings(process.env, ['OPERATOR_NAME', 'OPERATOR_CONTACT'])));
} catch (error) {
  stopWith(error);
}
