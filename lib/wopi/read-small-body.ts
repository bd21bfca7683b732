/**
 * Reads a body that is small by its nature, a user's settings for example.
 * @returns null when it has more than `mostBytes`; the rest is then left unread
 */
export async function readSmallBody(request: Request, mostBytes: number): Promise<Buffer | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.byteLength;
    if (size > mostBytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
