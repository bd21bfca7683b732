/** Control characters that a text has no use for. Tab, line ends, form feed and escape are used. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const oddControls = /[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]/g;

/** Whether what was read is no text: a zero is in none; a few other control characters may have slipped in, many have not. */
export function isBinary(text: string): boolean {
  if (text.includes('\u0000')) return true;
  const odd = text.match(oddControls)?.length ?? 0;
  return odd > 2 + text.length * 0.005;
}
