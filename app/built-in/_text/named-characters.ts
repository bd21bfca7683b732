/** Characters for a sentence, those that nobody sees by their numbers. */
export function namedCharacters(characters: readonly string[]): string {
  return characters.map((char) => (/[\p{L}\p{N}\p{P}\p{S}]/u.test(char) ? char : `U+${numberOf(char)}`)).join(', ');
}

function numberOf(char: string): string {
  return (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
