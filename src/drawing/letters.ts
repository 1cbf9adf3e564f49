/** Which letters a drawing can show, and how wide they are in assets/fonts/noto-sans.ttf. */

/** Latin, Greek and Cyrillic with all their marks, and the signs that go with them; a test asserts that the font has each. */
const drawable = String.raw`\u0020-\u007E\u00A0-\u036F\u0370-\u03E1\u03F0-\u052F\u1E00-\u1FFF\u2010-\u2027\u202F-\u205E\u2070-\u209C\u20A0-\u20BF\u2116\u2122\u2212\u2C60-\u2C7F`;
const allDrawable = new RegExp(String.raw`^(?:(?!\p{C})[${drawable}])*$`, 'u');
/** Emoji, what joins and colours them, and whatever else is not seen. What is both emoji and letter («©») stays. */
const emoji = new RegExp(
  String.raw`(?![${drawable}])[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\u20E3]|\p{Variation_Selector}|\p{Cf}`,
  'gu',
);
/** What the space of a sentence can be, but for those that are to hold two words together. */
const spaces = /(?![\u00A0\u202F])[\s\p{Cc}]+/gu;
/** More marks on one letter than any language has would grow into the other lines. */
const piledUp = /\p{M}{4}/u;

/** The text as it can be drawn, without emoji; null when it holds a letter that would be a box. */
export function lettersOf(text: string): string | null {
  const plain = text.normalize('NFC').replace(emoji, '').replace(spaces, ' ').trim();
  return allDrawable.test(plain) && !piledUp.test(plain) ? plain : null;
}

/** A letter with its marks. */
export const clustersOf = (text: string): readonly string[] => text.match(/^\p{M}+|\P{M}\p{M}*/gu) ?? [];

/** Advances in the font, in hundredths of its size, rounded up. */
const advances: Readonly<Record<number, string>> = {
  20: '‘’',
  25: "'¸‚",
  30: ' \u00A0\u202F!(),.:;J`ijl¡´·ІЈіјłı',
  35: '-I[]f²³¹Ιι‐‑',
  40: '/\\t{}ªº“”',
  45: '"?_r°¿г„',
  50: 'csz¯ΓεζξςτзстэєѕЅ–',
  55: 'FLSkvxy§«»γκλνЅГкухьŁ',
  60: '$*+0123456789<=>ETVXYZ^ae|~¢£¤¥¦¨¬±×÷ΕΖΣΤΥΧδθρυχЕЗТХабвелочя€',
  65: '#ABCKPRbdghnopquµÞßðøþΑΒΔΚΛΞΡαβημοσЄАБВКРСУЬЭЯдинпрцъђћџđ',
  70: '¶πЛЧЪ',
  75: '&DGHU¼ÐΗΠΩφψЂЋЏДНПЦфĐ',
  80: 'NOQw½¾ØΘΝΟωИОжмыю…',
  85: '%©®ΦΨФЫ',
  90: '@Ææшщљњ',
  95: 'MWmΜЖМœŒ',
  100: 'Ю—',
  105: 'ЉЊШЩ',
};
const advanceOf = new Map(
  Object.entries(advances).flatMap(([width, letters]) =>
    Array.from(letters).map((letter) => [letter, Number(width)] as const),
  ),
);
/** No letter is wider. */
const [widestSmall, widestCapital, widest] = [120, 145, 155];

/** At most so many times the font's size: what is not listed counts as the widest of its kind. */
export function widthOf(text: string): number {
  let hundredths = 0;
  for (const letter of text.normalize('NFC')) hundredths += advanceOf.get(letter) ?? advanceLike(letter);
  return hundredths / 100;
}

/** Marks stand above and below their letter, but for those before a Greek capital and a caron that is an apostrophe. */
const marksBeside = /(?!\p{Ll})\p{Script=Greek}|[ďťľĽǆǅǄ\u1E9A]/u;
const marginOfMarks = 5;

function advanceLike(letter: string): number {
  if (/\p{M}/u.test(letter)) return letter === '\u031A' ? 35 : 0;
  const plain = advanceOf.get(letter.normalize('NFD').charAt(0));
  if (plain !== undefined && !marksBeside.test(letter)) return plain + marginOfMarks;
  if (/\p{Ll}/u.test(letter)) return widestSmall;
  return /\p{L}/u.test(letter) ? widestCapital : widest;
}
