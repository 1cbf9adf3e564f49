/** The sentences of stopping and unpairing; see notice.ts. */
export interface LeavingSayParams {
  /** `isLeaving`: the pairing is to end in some days. `hasRoom`: they can still write there to each other. */
  stopped: { readonly partner: string | null; readonly isLeaving: boolean; readonly hasRoom?: true };
  silenceKept: { readonly partner: string | null };
  leavingSet: { readonly partner: string };
  leavingDropped: { readonly partner: string | null };
  wentOn: object;
  unpaired: object;
  unpairedSelf: { readonly partner: string | null };
}
