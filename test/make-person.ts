import { newId } from '@/lib/shared/new-id';
import type { Actor } from '@/lib/users/actor';
import { createUser } from '@/lib/users/create-user';

/** An account of its own for a test, as the actor that a page would have. */
export async function makePerson(name = 'Anna Keller'): Promise<Actor> {
  const email = `${newId()}@example.com`;
  const user = await createUser('operator', { email, name, password: 'correct horse battery' });
  return {
    userId: user.id,
    name,
    email,
    isAdmin: false,
    locale: null,
    ceiling: 'edit',
    address: '127.0.0.1',
    sessionId: null,
  };
}
