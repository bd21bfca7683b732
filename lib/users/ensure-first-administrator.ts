import { db } from '@/lib/db/db';
import { env } from '@/lib/env';
import { isAppError } from '@/lib/errors';
import { logger } from '@/lib/logger';
import { createUser } from './create-user';
import { randomPassword } from './random-password';

/**
 * Makes the first administrator, with ADMIN_EMAIL and ADMIN_PASSWORD, if there is none: never a second one,
 * and an account that exists is never overwritten or promoted. Of processes that start at once one makes it.
 * @returns who was made now, with the password if it was a random one, which nobody can read again; else null
 */
export async function ensureFirstAdministrator(): Promise<{ email: string; password: string | null } | null> {
  // A disabled administrator counts: disabling one must not bring the account of the settings to life.
  if (await hasAdministrator()) return null;
  const { ADMIN_EMAIL, ADMIN_PASSWORD } = env();
  const password = ADMIN_PASSWORD ?? randomPassword();
  try {
    const made = await createUser('operator', { email: ADMIN_EMAIL, name: 'Administrator', password, isAdmin: true });
    return { email: made.email, password: ADMIN_PASSWORD === undefined ? password : null };
  } catch (error) {
    if (!isAppError(error) || error.code !== 'already-exists') throw error;
    if (!(await hasAdministrator())) {
      logger().warn(
        'There is no administrator, and the account of ADMIN_EMAIL is a member. Make one with: npm run portal -- create-user EMAIL --admin',
      );
    }
    return null;
  }
}

async function hasAdministrator(): Promise<boolean> {
  return (await db().user.findFirst({ where: { role: 'admin' }, select: { id: true } })) !== null;
}
