/** The sentences about voice messages; see notice.ts. */
export interface VoiceSayParams {
  voiceAsked: object;
  voiceAllowed: object;
  voiceLetGo: object;
  voiceReturned: { readonly partner: string };
}
