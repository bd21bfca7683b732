import { CannotShow } from '@/app/built-in/_sandbox/cannot-show';
import { isZip, packedBytes, readZip, type ZipEntry } from './read-zip';

/** What a .docx may unpack to. A thousand pages of text are about 15 MB of XML. */
export const docxLimits = {
  entries: 4_000,
  xmlBytes: 32 * 1024 * 1024,
  xmlElements: 2_000_000,
  allBytes: 192 * 1024 * 1024,
  /** of what is over a megabyte: text packs to a twentieth, a bomb to a thousandth */
  ratio: 400,
};
const mayPackWell = 1024 * 1024;

/** What a preview reads. Macros, embedded objects and foreign pages (altChunk) stay packed. */
const isXml = (name: string) => /\.(xml|rels)$/i.test(name);
const isMedia = (name: string) => /\.(png|jpe?g|gif|bmp|webp|svg|tiff?|emf|wmf|odttf|ttf)$/i.test(name);

const oleSignature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/**
 * Unpacks what a preview needs of a .docx and counts on the way, whatever the archive says of itself.
 * @throws CannotShow
 */
export async function unpackDocx(bytes: Uint8Array): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  if (oleSignature.every((byte, at) => bytes[at] === byte)) {
    throw new CannotShow(isEncryptedPackage(bytes) ? 'protected' : 'wrong-type');
  }
  if (!isZip(bytes)) throw new CannotShow('wrong-type');
  const entries = directoryOf(bytes);
  const types = entries.find(({ name }) => name === '[Content_Types].xml');
  if (!types) throw new CannotShow('wrong-type');
  const wanted = entries.filter(({ name }) => isXml(name) || isMedia(name));
  if (new Set(wanted.map(({ name }) => name.toLowerCase())).size < wanted.length) throw new CannotShow('damaged');

  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  let left = docxLimits.allBytes;
  let xmlLeft = docxLimits.xmlBytes;
  for (const entry of wanted) {
    const limit = Math.min(left, isXml(entry.name) ? xmlLeft : left, mostOf(entry));
    const content = await unpack(bytes, entry, limit);
    left -= content.length;
    if (isXml(entry.name)) {
      xmlLeft -= content.length;
      checkXml(content);
    }
    if (entry === types && !isWord(content)) throw new CannotShow('wrong-type');
    files.set(entry.name, content);
  }
  return files;
}

function directoryOf(bytes: Uint8Array): ZipEntry[] {
  try {
    const { entries, isTooMany } = readZip(bytes, docxLimits.entries);
    if (isTooMany) throw new CannotShow('too-large');
    return entries;
  } catch (error) {
    throw error instanceof CannotShow ? error : new CannotShow('damaged');
  }
}

const mostOf = (entry: ZipEntry) => Math.max(mayPackWell, entry.packedSize * docxLimits.ratio);

async function unpack(bytes: Uint8Array, entry: ZipEntry, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (entry.isEncrypted) throw new CannotShow('protected');
  if (entry.size > limit) throw new CannotShow('too-large');
  try {
    const packed = packedBytes(bytes, entry);
    if (entry.method === 0 && packed.length <= limit) return packed;
    if (entry.method === 8) return await inflate(packed, limit);
  } catch (error) {
    throw error instanceof CannotShow ? error : new CannotShow('damaged');
  }
  throw new CannotShow(entry.method === 0 ? 'too-large' : 'damaged');
}

async function inflate(packed: Uint8Array<ArrayBuffer>, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > limit) {
      await reader.cancel();
      throw new CannotShow('too-large');
    }
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** The format forbids DTDs, whose entities can grow without end; and a page of millions of elements never ends. */
function checkXml(content: Uint8Array): void {
  let elements = 0;
  for (const byte of content) if (byte === 0x3c) elements += 1;
  if (elements > docxLimits.xmlElements) throw new CannotShow('too-large');
  // UTF-16 is ASCII with zeros in between.
  const text = new TextDecoder('latin1').decode(content);
  if (text.replaceAll('\0', '').includes('<!DOCTYPE')) throw new CannotShow('damaged');
}

function isWord(types: Uint8Array): boolean {
  return /wordprocessingml|ms-word/.test(new TextDecoder().decode(types));
}

/** An Office document with a password is an OLE container with a stream of this name, in UTF-16. */
function isEncryptedPackage(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes).includes([...'EncryptedPackage'].join('\0'));
}
