/** The sentences of discreet mode; see notice.ts. */
export interface DiscreetSayParams {
  /** The line that stands for a message in discreet mode, and what is read where nothing lies in it any more. */
  unopened: object;
  unopenedGone: object;
  discreetOffered: object;
  discreetChosen: { readonly isOn: boolean };
}
