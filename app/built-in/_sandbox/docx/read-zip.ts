/** A file of a zip archive as its central directory has it. */
export type ZipEntry = {
  name: string;
  /** 0 stored, 8 deflated */
  method: number;
  isEncrypted: boolean;
  /** where its local header begins */
  offset: number;
  packedSize: number;
  /** what the archive says; only counting while unpacking tells the truth */
  size: number;
};

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const unknown32 = 0xffffffff;

/** Whether bytes begin as a zip archive does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes.length > 22 && bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/**
 * The central directory of a zip archive in memory.
 * @param maxEntries more than that are not read
 * @throws RangeError when it is cut or wrong
 */
export function readZip(bytes: Uint8Array, maxEntries: number): { entries: ZipEntry[]; isTooMany: boolean } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > maxEntries) return { entries: [], isTooMany: true };
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== entrySignature) throw new RangeError('The directory of the archive is wrong.');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const name = bytes.subarray(at + 46, at + 46 + nameLength);
    const sizes = longSizes(view, at, at + 46 + nameLength, extraLength);
    entries.push({
      name: new TextDecoder().decode(name).replaceAll('\\', '/'),
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      ...sizes,
    });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return { entries, isTooMany: false };
}

/** The packed bytes of an entry. @throws RangeError when they are not where the directory says */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(entry.offset, true) !== localSignature) throw new RangeError('A file of the archive is missing.');
  const begin = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  if (begin + entry.packedSize > bytes.length) throw new RangeError('A file of the archive is cut.');
  return bytes.slice(begin, begin + entry.packedSize);
}

/** The end record stands last, before a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  throw new RangeError('The archive has no end.');
}

/** Sizes and place; those of 64 bits stand in an extra field (1), in this order, where they are needed. */
function longSizes(view: DataView, at: number, extraAt: number, extraLength: number) {
  const found = {
    size: view.getUint32(at + 24, true),
    packedSize: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  };
  for (let field = extraAt; field + 4 <= extraAt + extraLength; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let value = field + 4;
    for (const key of ['size', 'packedSize', 'offset'] as const) {
      if (found[key] !== unknown32) continue;
      found[key] = Number(view.getBigUint64(value, true));
      value += 8;
    }
  }
  return found;
}
