import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

/** https://github.com/dequelabs/axe-core/blob/develop/doc/API.md#options-parameter */
export const lookRules = { runOnly: ['color-contrast', 'target-size', 'scrollable-region-focusable', 'meta-viewport'] };

/** What axe finds serious on the page, which must have loaded it. */
export async function seriousFindings(page: Page, rules: RunOptions): Promise<string[]> {
  const options = JSON.stringify({ ...rules, resultTypes: ['violations'] });
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${options})`);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target, html }) => `${target.join(' ')} ${html}`).join(' | ')}`);
}
