/**
 * A byte that means nothing in the encoding of its text stands in the text as the unit U+DC00 and its number: half of a
 * pair, which no text has otherwise, so that the byte is known again wherever it is moved to.
 */
export function markOf(byte: number): string {
  return String.fromCharCode(0xdc00 + byte);
}

/** @returns the byte that a mark stands for; null for everything else */
export function markedByte(char: string): number | null {
  const unit = char.length === 1 ? char.charCodeAt(0) - 0xdc00 : -1;
  return unit >= 0 && unit < 0x100 ? unit : null;
}
