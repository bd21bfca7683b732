import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A folder with the first `count` migrations only, as an older release had. */
export function firstMigrations(count: number): string {
  const folder = mkdtempSync(path.join(process.env.DATA_DIR ?? '', 'migrations-'));
  cpSync('prisma/migrations', folder, { recursive: true });
  for (const dialect of ['sqlite', 'postgresql']) {
    const later = readdirSync(path.join(folder, dialect)).filter((name) => Number.parseInt(name, 10) > count);
    for (const name of later) rmSync(path.join(folder, dialect, name), { recursive: true });
  }
  return folder;
}

/**
 * A folder of migrations with one more than the product has, as the next release would bring.
 * It is inside DATA_DIR and goes away with it.
 */
export function withNextMigration(name: string, sql: { sqlite: string; postgresql: string }): string {
  const folder = mkdtempSync(path.join(process.env.DATA_DIR ?? '', 'migrations-'));
  cpSync('prisma/migrations', folder, { recursive: true });
  for (const dialect of ['sqlite', 'postgresql'] as const) {
    const at = path.join(folder, dialect, name);
    mkdirSync(at);
    writeFileSync(path.join(at, 'migration.sql'), sql[dialect]);
  }
  return folder;
}
