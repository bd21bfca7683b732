import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../source-tree';

test('what prisma generate says is shown when it fails', () => {
  const copy = mkdtempSync(path.join(tmpdir(), 'lectern-generate-'));
  try {
    for (const folder of ['scripts', 'prisma']) mkdirSync(path.join(copy, folder));
    copyFileSync(path.join(root, 'scripts/generate.mjs'), path.join(copy, 'scripts/generate.mjs'));
    symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
    writeFileSync(path.join(copy, 'prisma/schema.prisma'), 'model Broken { id Nonsense @id }\n');
    const { status, stderr } = spawnSync(process.execPath, ['scripts/generate.mjs'], { cwd: copy, encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toContain('Nonsense');
    expect(stderr).toMatch(/prisma generate --schema prisma\/schema\.prisma failed: status 1\n$/);
  } finally {
    rmSync(copy, { recursive: true });
  }
});
