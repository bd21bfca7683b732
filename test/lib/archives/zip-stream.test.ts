import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { ArchiveEntry } from '@/lib/archives/plan-archive';
import { zipStream } from '@/lib/archives/zip-stream';
import { bodyOf } from '../../streams';

const modifiedAt = new Date('2026-03-04T05:06:08');
const file = (path: string, documentId: string | null = path): ArchiveEntry => ({ path, documentId, modifiedAt });

/** A store of texts that counts what is open. */
function shelf(texts: Record<string, string>, sizes: Record<string, number> = {}) {
  const state = { open: 0, opened: 0, most: 0 };
  const open = async (id: string) => {
    const text = texts[id];
    if (text === undefined) throw new Error(`${id} has vanished`);
    state.opened += 1;
    state.open += 1;
    state.most = Math.max(state.most, state.open);
    const close = () => {
      state.open -= 1;
    };
    const chunks = [...text].map((letter) => new TextEncoder().encode(letter));
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          const chunk = chunks.shift();
          if (chunk) return controller.enqueue(chunk);
          close();
          controller.close();
        },
        cancel: close,
      },
      { highWaterMark: 0 },
    );
    return { size: sizes[id] ?? text.length, body };
  };
  return { state, open };
}

const whole = async (stream: ReadableStream<Uint8Array>) =>
  new Uint8Array(await new Response(stream as unknown as BodyInit).arrayBuffer());

describe('a zip that streams', () => {
  test('has folders, empty ones too, names in UTF-8, and one document open at a time', async () => {
    const { state, open } = shelf({ a: 'first', b: '', c: 'third' });
    const entries = [file('Büro', null), file('Büro/a – ü.txt', 'a'), file('Büro/leer', null), file('b'), file('c')];
    const unzipped = unzipSync(await whole(zipStream(entries, open)));
    expect(Object.keys(unzipped)).toEqual(['Büro/', 'Büro/a – ü.txt', 'Büro/leer/', 'b', 'c']);
    expect(Buffer.from(unzipped['Büro/a – ü.txt'] ?? []).toString()).toBe('first');
    expect(unzipped.b).toHaveLength(0);
    expect(state).toEqual({ open: 0, opened: 3, most: 1 });
  });

  test('opens nothing before it is read, and closes what is open when it is cancelled', async () => {
    const { state, open } = shelf({ a: 'x'.repeat(100), b: 'y' });
    const stream = zipStream([file('a'), file('b')], open);
    expect(state.opened).toBe(0);
    const reader = stream.getReader();
    while (state.opened === 0) await reader.read();
    for (let n = 0; n < 4; n += 1) await reader.read();
    expect(state.open).toBe(1);
    await reader.cancel();
    expect(state).toMatchObject({ open: 0, opened: 1 });
  });

  test.each([
    ['vanishes', { a: 'one' }, {}],
    ['is shorter than it says', { a: 'one', b: 'two' }, { b: 4 }],
    ['is longer than it says', { a: 'one', b: 'two' }, { b: 2 }],
  ])('breaks when a document %s, and leaves nothing open', async (_what, texts, sizes) => {
    const { state, open } = shelf(texts, sizes);
    await expect(whole(zipStream([file('a'), file('b')], open))).rejects.toThrow();
    expect(state.open).toBe(0);
  });

  test('of no entries is a valid empty one', async () => {
    expect(unzipSync(await whole(zipStream([], shelf({}).open)))).toEqual({});
  });

  test('past 4 GiB says sizes and places in 64 bits', { timeout: 120_000 }, async () => {
    const block = new Uint8Array(16 * 1024 * 1024);
    const size = 4 * 1024 ** 3 + 5;
    const large = async () => {
      let left = size;
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          if (left === 0) return controller.close();
          const chunk = block.subarray(0, Math.min(left, block.length));
          left -= chunk.length;
          controller.enqueue(chunk);
        },
      });
      return { size, body };
    };
    const open = (id: string) => (id === 'large' ? large() : Promise.resolve({ size: 5, body: bodyOf('after') }));
    let length = 0n;
    let end = Buffer.alloc(0);
    for await (const chunk of zipStream([file('large'), file('small')], open)) {
      length += BigInt(chunk.length);
      end = Buffer.concat([end, chunk.subarray(-1024)]).subarray(-1024);
    }
    const at = end.lastIndexOf('PK\u0006\u0006', undefined, 'latin1');
    expect(at).toBeGreaterThan(0);
    expect(end.readBigUInt64LE(at + 32)).toBe(2n);
    const directory = { size: end.readBigUInt64LE(at + 40), start: end.readBigUInt64LE(at + 48) };
    expect(directory.start + directory.size).toBe(length - BigInt(end.length - at));
    const first = end.length - Number(length - directory.start);
    expect(end.readUInt32LE(first + 24)).toBe(0xffffffff);
    const extra = first + 46 + end.readUInt16LE(first + 28);
    expect(end.readUInt16LE(extra)).toBe(1);
    expect(end.readBigUInt64LE(extra + 4)).toBe(BigInt(size));
    const second = first + 46 + end.readUInt16LE(first + 28) + end.readUInt16LE(first + 30);
    expect(end.readBigUInt64LE(second + 46 + 5 + 4)).toBeGreaterThan(BigInt(size));
  });
});
