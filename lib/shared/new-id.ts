/**
 * A new id for a row: 26 random lower-case letters and digits, 134 bits. ONLYOFFICE uses the id of a
 * document as document key and as lock id, without the host's name, so it must never repeat anywhere.
 * Works in a browser on plain http too, where `crypto.randomUUID` does not exist.
 */
export function newId(): string {
  const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz';
  let id = '';
  while (id.length < 26) {
    for (const byte of globalThis.crypto.getRandomValues(new Uint8Array(40))) {
      // 252 is the largest multiple of 36 in a byte: what is above would favour some characters.
      if (byte < 252 && id.length < 26) id += alphabet[byte % 36];
    }
  }
  return id;
}
