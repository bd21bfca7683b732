import { denied } from '@/lib/audit/denial';
import { AppError } from '@/lib/errors';
import type { Actor } from './actor';
import { emailKey } from './email-key';
import { hashPassword } from './hash-password';
import { insertUser } from './insert-user';
import { longestName, personName } from './person-name';

export type NewUser = {
  email: string;
  /** what others see; the part before the @ unless given */
  name?: string;
  /** 8 characters or more */
  password: string;
  isAdmin?: boolean;
};

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
    const refusal = new AppError('forbidden', 'Only an administrator can add people.');
    throw denied(refusal, { action: 'user.create', actor, about: actor.userId });
  }
  const key = emailKey(input.email);
  if (key === null) throw new AppError('invalid-request', `"${input.email}" is not an e-mail address.`);
  const email = input.email.trim().normalize('NFKC');
  const name = personName(input.name ?? key.slice(0, Math.min(key.indexOf('@'), longestName)));
  const passwordHash = await hashPassword(input.password);
  const role = input.isAdmin ? 'admin' : 'member';
  const by = actor === 'operator' ? null : actor;
  const id = await insertUser(by, { email, emailKey: key, name, passwordHash, role });
  return { id, email, name };
}
