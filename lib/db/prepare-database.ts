import { chmod, mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { dialect, sqliteFile } from './adapter';
import { codeOf } from './code-of';
import { db } from './db';
import { migrate } from './migrate';
import { refuseUnwritable, whereWritable } from './refuse-unwritable';
import { guardFile, takeServerGuard } from './server-guard';

const holder = globalThis as typeof globalThis & { lecternPrepared?: Promise<void> | undefined };

/**
 * Makes the database ready, once in a process: folder, one-server guard (SQLite), migrations, and the
 * settings that durability rests on.
 * @param options.guard false for what may run beside the server: the command line and tests
 * @throws AppError `settings` with a sentence that says what is wrong
 */
export async function prepareDatabase(options: { guard?: boolean } = {}): Promise<void> {
  if (dialect() === 'sqlite') {
    await whereWritable(async () => {
      await mkdir(path.dirname(sqliteFile()), { recursive: true, mode: 0o700 });
      await createPrivately(sqliteFile());
      if (options.guard ?? true) await guardPrivately();
    });
  }
  holder.lecternPrepared ??= prepare().catch((error: unknown) => {
    holder.lecternPrepared = undefined;
    throw error;
  });
  return holder.lecternPrepared;
}

async function prepare(): Promise<void> {
  await whereWritable(refuseUnwritable);
  await migrate();
  if (dialect() === 'sqlite') await assertPragmas();
}

/**
 * The file with password hashes is its user's only, also in a folder that others may read; SQLite gives the
 * files beside it the same mode. Only a missing file is opened here: closing one ends this process's locks on it.
 */
async function createPrivately(file: string): Promise<void> {
  try {
    await (await open(file, 'wx', 0o600)).close();
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

async function guardPrivately(): Promise<void> {
  const file = guardFile();
  await createPrivately(file);
  // One of an older version was made for everybody to read, and to lock.
  await chmod(file, 0o600);
  takeServerGuard();
}

const pragmaRow = z.tuple([z.record(z.string(), z.union([z.string(), z.bigint(), z.number()]))]);

async function assertPragmas(): Promise<void> {
  const wanted = { journal_mode: 'wal', synchronous: '2', foreign_keys: '1' };
  for (const [name, value] of Object.entries(wanted)) {
    const [row] = pragmaRow.parse(await db().$queryRawUnsafe(`PRAGMA ${name}`));
    const actual = String(Object.values(row)[0]);
    if (actual !== value) {
      throw new AppError(
        'settings',
        `SQLite runs with ${name}=${actual}; Lectern needs ${value}. Is the file on a network disk?`,
      );
    }
  }
}
