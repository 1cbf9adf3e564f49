/** The sentences about photos; see notice.ts. */
export interface PhotoSayParams {
  photoAsked: object;
  photoAllowed: object;
  photoLetGo: object;
  partnerPhoto: { readonly partner: string; readonly fileId: string };
}
