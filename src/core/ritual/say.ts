/** The sentences of rituals; see notice.ts. */
export interface RitualSayParams {
  ritualNoted: object;
  ritualDropped: object;
  ritualAgreed: { readonly scenario: string; readonly moment: string };
  /** The same words to both; `idea` counts on, whoever reads it. */
  ritualReminder: { readonly scenario: string; readonly idea: number };
}
