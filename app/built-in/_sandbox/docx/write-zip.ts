/**
 * A zip archive of files that are not packed. Checksums are left out: whoever reads it is in the same page.
 * @returns its parts, for a Blob
 */
export function writeZip(files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): Uint8Array<ArrayBuffer>[] {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for (const [path, content] of files) {
    const name = new TextEncoder().encode(path);
    parts.push(header(0x04034b50, 30, name, content.length), name, content);
    const entry = header(0x02014b50, 46, name, content.length);
    new DataView(entry.buffer).setUint32(42, offset, true);
    directory.push(entry, name);
    offset += 30 + name.length + content.length;
  }
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, files.size, true);
  end.setUint16(10, files.size, true);
  end.setUint32(
    12,
    directory.reduce((sum, part) => sum + part.length, 0),
    true,
  );
  end.setUint32(16, offset, true);
  return [...parts, ...directory, new Uint8Array(end.buffer)];
}

/** A local header (30 bytes) or one of the directory (46), which has two more bytes before the same fields. */
function header(signature: number, length: 30 | 46, name: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(length));
  const shift = length === 46 ? 2 : 0;
  view.setUint32(0, signature, true);
  view.setUint16(4, 20, true);
  if (shift) view.setUint16(6, 20, true);
  // The name is UTF-8.
  view.setUint16(6 + shift, 0x800, true);
  view.setUint32(18 + shift, size, true);
  view.setUint32(22 + shift, size, true);
  view.setUint16(26 + shift, name.length, true);
  return new Uint8Array(view.buffer);
}
