import { expect, test } from 'vitest';
import type { ArchiveEntry } from '@/lib/archives/plan-archive';
import { zipStream } from '@/lib/archives/zip-stream';
import { bodyOf } from '../streams';

const entry = (name: string): ArchiveEntry => ({ path: name, documentId: name, modifiedAt: new Date() });

test('a zip past 4 GiB says sizes and places in 64 bits', async () => {
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
  for await (const chunk of zipStream([entry('large'), entry('small')], open)) {
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
