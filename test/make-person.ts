import { newId } from '@/lib/shared/new-id';
import type { Actor } from '@/lib/users/actor';
import { insertUser } from '@/lib/users/insert-user';

/**
 * The hash of "correct horse battery" at the least cost that argon2id has: the cost stands in the hash, so that
 * signing in works. A test about passwords makes its people with `createUser`, which hashes at the product's cost.
 */
const passwordHash = '$argon2id$v=19$m=8,t=1,p=1$cR0d0EAlWUqFkvBSYmbOqQ$sV9ylkt+JFYiF6Mon9cckU8rZOZcnIHqF8D3ae21nWk';

/** An account of its own for a test, as the actor that a page would have. */
export async function makePerson(name = 'Anna Keller'): Promise<Actor> {
  const email = `${newId()}@example.com`;
  const userId = await insertUser(null, { email, emailKey: email, name, passwordHash, role: 'member' });
  return {
    userId,
    name,
    email,
    isAdmin: false,
    locale: null,
    ceiling: 'edit',
    address: '127.0.0.1',
    sessionId: null,
  };
}
