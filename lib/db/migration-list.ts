import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Dialect } from './adapter';

/**
 * The folder with the migrations of both dialects. It is found from the working folder, since the bundles of
 * both doors lie elsewhere than their source.
 */
export function migrationsFolder(): string {
  return path.join(/* turbopackIgnore: true */ process.cwd(), 'prisma', 'migrations');
}

/** The migrations of a dialect as the schema engine takes them, oldest first. */
export async function migrationList(dialect: Dialect, folder = migrationsFolder()) {
  const baseDir = path.join(/* turbopackIgnore: true */ folder, dialect);
  const entries = await readdir(baseDir, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const migrationDirectories = await Promise.all(
    names.map(async (name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: await readFile(path.join(baseDir, name, 'migration.sql'), 'utf8') },
      },
    })),
  );
  const content = await readFile(path.join(baseDir, 'migration_lock.toml'), 'utf8');
  return { baseDir, lockfile: { path: 'migration_lock.toml', content }, shadowDbInitScript: '', migrationDirectories };
}
