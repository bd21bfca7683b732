import { recordEvent } from '@/lib/audit/record-event';
import { inTransaction } from '@/lib/db/in-transaction';
import { isUniqueViolation } from '@/lib/db/is-unique-violation';
import { AppError } from '@/lib/errors';
import { nameColumns } from '@/lib/shared/name-columns';
import { newId } from '@/lib/shared/new-id';
import type { Actor } from './actor';
import { emailKey } from './email-key';
import { hashPassword } from './hash-password';
import { longestName, personName } from './person-name';

export type NewUser = {
  email: string;
  /** what others see; the part before the @ unless given */
  name?: string;
  /** 8 characters or more */
  password: string;
  isAdmin?: boolean;
};

/** The name of a person's own root folder, as it is stored. */
const rootFolderName = 'My documents';

/**
 * Makes an account together with its root folder.
 * @param actor an administrator, or the operator of the command line
 * @throws AppError `forbidden`, `invalid-request` (e-mail, name or password), `already-exists`
 */
export async function createUser(
  actor: Actor | 'operator',
  input: NewUser,
): Promise<{ id: string; email: string; name: string }> {
  if (actor !== 'operator' && !(actor.isAdmin && actor.ceiling === 'edit')) {
    throw new AppError('forbidden', 'Only an administrator can add people.');
  }
  const key = emailKey(input.email);
  if (key === null) throw new AppError('invalid-request', `"${input.email}" is not an e-mail address.`);
  const email = input.email.trim().normalize('NFKC');
  const name = personName(input.name ?? key.slice(0, Math.min(key.indexOf('@'), longestName)));
  const passwordHash = await hashPassword(input.password);
  const id = newId();
  const now = new Date();
  const role = input.isAdmin ? 'admin' : 'member';
  try {
    await inTransaction(async (tx) => {
      await tx.user.create({ data: { id, email, emailKey: key, name, passwordHash, role, createdAt: now } });
      await tx.folder.create({
        data: {
          id: newId(),
          ...nameColumns(rootFolderName),
          ownerId: id,
          rootOfId: id,
          createdAt: now,
          changedAt: now,
        },
      });
      const by = actor === 'operator' ? null : actor;
      await recordEvent(tx, { action: 'user.create', outcome: 'done', actor: by, detail: { userId: id, role } });
    });
  } catch (error) {
    if (isUniqueViolation(error))
      throw new AppError('already-exists', `There is an account for ${email} already.`, { name: email });
    throw error;
  }
  return { id, email, name };
}
