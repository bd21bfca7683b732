// Generates the Prisma clients of both dialects from the one schema, without any download.
// usage: node scripts/generate.mjs
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const root = path.resolve(import.meta.dirname, '..');
const source = readFileSync(path.join(root, 'prisma/schema.prisma'), 'utf8');
const { version } = require('prisma/package.json');
const stampFile = path.join(root, 'lib/db/generated/stamp');
const stamp = createHash('sha256').update(source).update(version).digest('hex');
const clients = ['sqlite', 'postgresql'].map((dialect) => path.join(root, 'lib/db/generated', dialect, 'client.ts'));

if (!clients.every((file) => existsSync(file)) || !existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
  mkdirSync(path.join(root, 'prisma/generated'), { recursive: true });
  writeFileSync(
    path.join(root, 'prisma/generated/postgresql.prisma'),
    source
      .replace('"../lib/db/generated/sqlite"', '"../../lib/db/generated/postgresql"')
      .replace('provider = "sqlite"', 'provider = "postgresql"'),
  );
  for (const schema of ['prisma/schema.prisma', 'prisma/generated/postgresql.prisma']) {
    const done = spawnSync(
      process.execPath,
      [require.resolve('prisma/build/index.js'), 'generate', '--schema', schema],
      {
        cwd: root,
        // Any existing executable: with this set, Prisma does not try to download its schema engine.
        env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
        stdio: ['ignore', 'pipe', 'pipe'],
        encoding: 'utf8',
      },
    );
    if (done.status !== 0) {
      const how = done.error?.message ?? done.signal ?? `status ${done.status}`;
      console.error(`${done.stdout ?? ''}${done.stderr ?? ''}prisma generate --schema ${schema} failed: ${how}`);
      process.exit(1);
    }
  }
  writeFileSync(stampFile, stamp);
}
