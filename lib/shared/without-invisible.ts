/** Control characters, halves of characters, and what turns or hides text: bidi, zero width, soft hyphen, byte order mark. */
const invisible =
  /[\p{Cc}\p{Cs}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0001}]/gu;

/** What nobody sees by itself, but sees in the character before it or after it. */
const depending = /\u200c|\u200d|[\u180b-\u180f]|[\ufe00-\ufe0f]|[\u{e0020}-\u{e007f}]|[\u{e0100}-\u{e01ef}]/u;

/** Letters that are written in another shape beside a joiner (UAX #31, 2.3; RFC 5892, appendix A). */
const joined = new RegExp(
  `[${[
    'Arab Syrc Mand Mani Nkoo Adlm Rohg Mong Phag',
    'Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Khmr Mymr Tibt Bali Java',
  ]
    .join(' ')
    .split(' ')
    .map((script) => `\\p{scx=${script}}`)
    .join('')}]`,
  'u',
);
const mark = /\p{M}/u;
const picture = /\p{Extended_Pictographic}/u;
const ofPicture = /[\ufe0e\ufe0f\p{Emoji_Modifier}]/u;
const selector = /[\ufe00-\ufe0f]/u;
const selectable = /[\p{Emoji}\p{Sm}\p{scx=Han}\p{scx=Mymr}\p{scx=Phag}\u3000-\u303f\uff00-\uffef]/u;
const hanSelector = /[\u{e0100}-\u{e01ef}]/u;
const han = /\p{scx=Han}/u;
const mongolian = /\p{scx=Mong}/u;
const mongolianSelector = /[\u180b-\u180d\u180f]/u;
const blackFlag = '\u{1f3f4}';
const letterOfFlag = /[\u{e0020}-\u{e007e}]/u;

/**
 * The text without what hides in it or turns it round. Joiners and variation selectors stay where they belong to a
 * spelling (Persian, Hindi, Sinhala, Japanese names) or to an emoji. Takes time in proportion to the text's length.
 */
export function withoutInvisible(text: string): string {
  const visible = text.replace(invisible, '');
  return depending.test(visible) ? withoutStrays([...visible]) : visible;
}

function withoutStrays(characters: readonly string[]): string {
  const isFollowed = beforeJoined(characters);
  const before = new Before();
  return characters
    .filter((character, at) => {
      const isKept = !depending.test(character) || before.has(character, characters[at + 1] ?? '', isFollowed[at]);
      before.take(character);
      return isKept;
    })
    .join('');
}

/** For each character whether a joined letter comes next, be it behind joiners. */
function beforeJoined(characters: readonly string[]): boolean[] {
  const isFollowed: boolean[] = [];
  let comes = false;
  for (let at = characters.length - 1; at >= 0; at -= 1) {
    const character = characters[at] ?? '';
    isFollowed[at] = comes;
    comes = joined.test(character) || (comes && (character === '\u200c' || character === '\u200d'));
  }
  return isFollowed;
}

/** What stands before a place, carried from each character to the next: no place looks back over all of it again. */
class Before {
  #last = '';
  #isJoined = false;
  #isPicture = false;
  #isFlag = false;
  #isMongolian = false;

  /** Whether a character that depends on others has them: those before it, the `next` one, a joined letter behind it. */
  has(character: string, next: string, isFollowed = false): boolean {
    if (character === '\u200d') return this.#isJoined || (this.#isPicture && picture.test(next));
    // Nothing would be joined at the end of a word.
    if (character === '\u200c') return this.#isJoined && isFollowed;
    if (character === '\u180e') return this.#isMongolian && mongolian.test(next);
    if (mongolianSelector.test(character)) return mongolian.test(this.#last);
    if (selector.test(character)) return selectable.test(this.#last);
    return hanSelector.test(character) ? han.test(this.#last) : this.#isFlag;
  }

  take(character: string): void {
    this.#isJoined = joined.test(character) || (this.#isJoined && mark.test(character));
    this.#isPicture = picture.test(character) || (this.#isPicture && ofPicture.test(character));
    // The flags of Scotland and its like are a black flag and a word in invisible letters.
    this.#isFlag = character === blackFlag || (this.#isFlag && letterOfFlag.test(character));
    const isSelected = mongolianSelector.test(character) && mongolian.test(this.#last);
    this.#isMongolian = mongolian.test(character) || isSelected;
    this.#last = character;
  }
}
