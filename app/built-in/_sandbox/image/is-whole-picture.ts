/** How a picture of a type begins, and what must stand near its end. */
const kinds: { begin: number[]; end: number[] }[] = [
  { begin: [0x89, 0x50, 0x4e, 0x47], end: [0x49, 0x45, 0x4e, 0x44] },
  { begin: [0xff, 0xd8, 0xff], end: [0xff, 0xd9] },
  { begin: [0x47, 0x49, 0x46, 0x38], end: [0x3b] },
];

/**
 * Whether a PNG, JPEG or GIF has its end. Browsers draw the beginning of a cut one without a word, and nobody knows
 * that something is missing. Other types are left to the browser.
 */
export function isWholePicture(bytes: Uint8Array): boolean {
  const kind = kinds.find(({ begin }) => begin.every((byte, at) => bytes[at] === byte));
  if (!kind) return true;
  // Cameras and editors write something of their own after the end.
  for (let at = bytes.length - kind.end.length; at > kind.begin.length; at--) {
    if (kind.end.every((byte, more) => bytes[at + more] === byte)) return true;
  }
  return false;
}
