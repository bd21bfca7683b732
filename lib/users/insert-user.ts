import { recordEvent } from '@/lib/audit/record-event';
import { inTransaction } from '@/lib/db/in-transaction';
import { isUniqueViolation } from '@/lib/db/is-unique-violation';
import { AppError } from '@/lib/errors';
import { nameColumns } from '@/lib/shared/name-columns';
import { newId } from '@/lib/shared/new-id';
import type { Actor } from './actor';

/** The name of a person's own root folder, as it is stored. */
const rootFolderName = 'My documents';

/** An account as it is stored: whoever calls has looked at what was given. */
export type UserRow = {
  email: string;
  emailKey: string;
  name: string;
  /** argon2id in PHC format */
  passwordHash: string;
  role: 'admin' | 'member';
};

/**
 * The rows of an account together with its root folder.
 * @param by null for the operator of the command line
 * @returns the account's id
 * @throws AppError `already-exists`
 */
export async function insertUser(by: Actor | null, row: UserRow): Promise<string> {
  const id = newId();
  const now = new Date();
  const folder = { ...nameColumns(rootFolderName), ownerId: id, rootOfId: id, createdAt: now, changedAt: now };
  const detail = { userId: id, role: row.role };
  try {
    await inTransaction(async (tx) => {
      await tx.user.create({ data: { ...row, id, createdAt: now } });
      await tx.folder.create({ data: { ...folder, id: newId() } });
      await recordEvent(tx, { action: 'user.create', outcome: 'done', actor: by, detail });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError('already-exists', `There is an account for ${row.email} already.`, { name: row.email });
  }
  return id;
}
