/** Control characters, halves of characters, and what turns or hides text: bidi, zero width, soft hyphen, byte order mark. */
const invisible =
  /[\p{Cc}\p{Cs}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0001}]/gu;

/** Letters that are written in another shape beside a joiner (UAX #31, 2.3; RFC 5892, appendix A). */
const joined = [
  'Arab Syrc Mand Mani Nkoo Adlm Rohg Mong Phag',
  'Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Khmr Mymr Tibt Bali Java',
]
  .join(' ')
  .split(' ')
  .map((script) => `\\p{scx=${script}}`)
  .join('');
const emoji = '\\p{Extended_Pictographic}[\\ufe0e\\ufe0f\\p{Emoji_Modifier}]*';

/** What nobody sees by itself, but sees in the character before it or after it. */
const belonging = [
  `(?<=[${joined}]\\p{M}*)\\u200d`,
  // Nothing would be joined at the end of a word.
  `(?<=[${joined}]\\p{M}*)\\u200c(?=[\\u200c\\u200d]*[${joined}])`,
  `(?<=${emoji})\\u200d(?=\\p{Extended_Pictographic})`,
  '(?<=[\\p{Emoji}\\p{Sm}\\p{scx=Han}\\p{scx=Mymr}\\p{scx=Phag}\\u3000-\\u303f\\uff00-\\uffef])[\\ufe00-\\ufe0f]',
  '(?<=\\p{scx=Han})[\\u{e0100}-\\u{e01ef}]',
  '(?<=\\p{scx=Mong})[\\u180b-\\u180d\\u180f]',
  '(?<=\\p{scx=Mong}[\\u180b-\\u180d\\u180f]?)\\u180e(?=\\p{scx=Mong})',
  // The flags of Scotland and its like are a black flag and a word in invisible letters.
  '(?<=\\u{1f3f4}[\\u{e0020}-\\u{e007e}]*)[\\u{e0020}-\\u{e007f}]',
].join('|');
const depending = '[\\u180b-\\u180f\\u200c\\u200d\\ufe00-\\ufe0f\\u{e0020}-\\u{e007f}\\u{e0100}-\\u{e01ef}]';
const belongingOrNot = new RegExp(`${belonging}|(${depending})`, 'gu');

/**
 * What withoutInvisible() has to give, as a regular expression says it: easy to compare with the standards that it is
 * taken from, but it looks back anew from each place, which takes the square of the time.
 */
export function modelWithoutInvisible(text: string): string {
  return text
    .replace(invisible, '')
    .replace(belongingOrNot, (match, stray: string | undefined) => (stray === undefined ? match : ''));
}
