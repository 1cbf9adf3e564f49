/** How often a property is tried: so many times within `npm test`, and FUZZ times as many where there is time. */
export function numRuns(usual: number): number {
  return usual * Number(process.env['FUZZ'] ?? '1');
}
