/** The sentences of stopping and unpairing; see notice.ts. */
export interface LeavingSayParams {
  /** `isLeaving`: the pairing is to end in some days. */
  stopped: { readonly partner: string | null; readonly isLeaving: boolean };
  silenceKept: { readonly partner: string | null };
  leavingSet: { readonly partner: string };
  leavingDropped: { readonly partner: string | null };
  wentOn: object;
  unpaired: object;
  unpairedSelf: { readonly partner: string | null };
}
