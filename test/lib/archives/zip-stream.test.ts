import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { ArchiveEntry } from '@/lib/archives/plan-archive';
import { zipStream } from '@/lib/archives/zip-stream';

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
});
