import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';

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
