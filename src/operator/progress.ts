/** Work that is done sooner than this prints no progress. */
const silentMs = 2_000;

/** Prints the progress of some work, one line for each tenth. */
export function progressSayer(what: string): (share: number) => void {
  const startedAt = Date.now();
  let said = 0;
  return (share) => {
    const tenths = Math.floor(share * 10);
    if (tenths <= said || Date.now() - startedAt < silentMs) return;
    said = tenths;
    console.log(`${String(tenths * 10)} % ${what}`);
  };
}
