/**
 * Unicode has many signs that leave no mark on a screen: spaces, marks that sit on a letter, what is ignored unless a font
 * knows better. Telegram takes a name or a message made of nothing else.
 */
const blank =
  /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{M}\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}\u{2800}\u{13441}\u{13442}\u{1d159}]/u;

/** Whether there is anything to see. The one answer to «is this empty?» for whatever a person typed. */
export function isVisible(text: string): boolean {
  for (const sign of text) if (!blank.test(sign)) return true;
  return false;
}

/** Without the signs that leave no mark and carry no meaning either, for whoever compares words. Spaces and accents stay. */
export function withoutHidden(text: string): string {
  return text.replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cs}]/gu, '');
}
