/** The sentences of rituals; see notice.ts. */
export interface RitualSayParams {
  ritualNoted: object;
  ritualDropped: object;
  ritualAgreed: { readonly scenario: string; readonly moment: string };
  /** Both read the same words; `idea` is a number that goes up with every occasion. */
  ritualReminder: { readonly scenario: string; readonly idea: number };
}
