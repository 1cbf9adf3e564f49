/** Work that takes no longer than this says nothing on its way. */
const silentMs = 2_000;

/** Says how far something is, a line for every tenth of it. */
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
