import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Dialect, makeMigrationAdapter } from './adapter';
import { migrationList } from './migration-list';
import { withSchemaEngine } from './schema-engine';

/**
 * The SQL that would lead from the migrations of a dialect to the models, or null when they are equal.
 * The engine applies the migrations to a shadow database of its own to find out.
 */
export async function schemaDifference(
  dialect: Dialect,
  factory: ReturnType<typeof makeMigrationAdapter>,
): Promise<string | null> {
  const file = dialect === 'sqlite' ? 'prisma/schema.prisma' : 'prisma/generated/postgresql.prisma';
  const content = await readFile(path.resolve(file), 'utf8');
  const list = await migrationList(dialect);
  return withSchemaEngine(factory, [[file, content]], async (engine) => {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'migrations', ...list },
      to: { tag: 'schemaDatamodel', files: [{ path: file, content }] },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return exitCode === 2 ? stdout : null;
  });
}
