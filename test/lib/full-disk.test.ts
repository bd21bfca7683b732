import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { inProcess } from '@/test/in-process-host';
import { linesOfLog } from '@/test/lines-of-log';

/** A small disk, where this user may mount one. */
function smallDisk(): string | null {
  const folder = mkdtempSync(path.join(tmpdir(), 'lectern-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'lectern-test', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmdirSync(folder);
    return null;
  }
}

const disk = process.env.DATABASE_URL ? null : smallDisk();
const MiB = 1024 * 1024;

/** Takes what room is left, down to the last byte. */
function fill(): void {
  const filler = path.join(disk ?? '', 'filler');
  for (let size = 4 * MiB, n = 0; size >= 512; n += 1) {
    try {
      mkdirSync(filler, { recursive: true });
      writeFileSync(path.join(filler, String(n)), Buffer.alloc(size));
    } catch {
      size = Math.floor(size / 2);
    }
  }
}

const empty = () => rmSync(path.join(disk ?? '', 'filler'), { recursive: true, force: true });
const errors = (from: number) =>
  linesOfLog()
    .slice(from)
    .map((line) => JSON.parse(line) as { level: number; cause?: string; operation?: string; status?: number })
    .filter(({ level }) => level === 50);

afterAll(() => {
  if (disk) execFileSync('umount', ['--lazy', disk]);
});

describe.runIf(disk !== null)('a disk that is full', () => {
  inProcess(
    'F06',
    (host) => {
      test('RefreshLock answers 507, is logged with its cause at error, and works when there is room again', async () => {
        const { client } = await host.opened();
        expect((await client.lock('mine')).status).toBe(200);
        const before = linesOfLog().length;
        fill();
        try {
          const refused = await client.refreshLock('mine');
          expect([refused.status, refused.body.length]).toEqual([507, 0]);
          expect((await client.getLock()).headers['x-wopi-lock']).toBe('mine');
        } finally {
          empty();
        }
        expect(errors(before)).toEqual([
          expect.objectContaining({ cause: 'SQLITE_FULL', operation: 'RefreshLock', status: 507 }),
        ]);
        expect((await client.refreshLock('mine')).status).toBe(200);
      });

      test('PutFile and an upload answer 507, are logged with their cause at error, and what was there can be read', async () => {
        const { client } = await host.opened('what was there');
        await client.lock('mine');
        const before = linesOfLog().length;
        const large = Buffer.alloc(14 * MiB, 'x');
        expect((await client.putFile(large, 'mine')).status).toBe(507);
        const upload = await (await host.browser()).fetch('/api/upload?name=large.txt', {
          method: 'POST',
          body: large,
        });
        expect([upload.status, await upload.json()]).toEqual([
          507,
          { error: 'storage-full', message: expect.stringContaining('There is no room left') },
        ]);
        expect(errors(before).map(({ cause }) => cause)).toEqual(['ENOSPC', 'ENOSPC']);
        expect((await client.getFile()).body.toString()).toBe('what was there');
        expect((await client.putFile('and more', 'mine')).status).toBe(200);
      });
    },
    disk ? { DATA_DIR: disk } : {},
  );
});
