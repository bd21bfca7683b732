import { isBehindNodeDoor } from '@/lib/auth/request-address';
import { boundNextServer } from '@/lib/door/bound-next-server';
import { isAppError } from '@/lib/errors';
import { announceAdministrator, prepareLectern } from './prepare';

/**
 * Prepares Lectern where Next's own server runs, and ends the process when it cannot: that server would go on
 * and answer every request with an error.
 * @param where.diskLasts false where files are gone with the process
 */
export async function prepareNextDoor(where: { diskLasts: boolean }): Promise<void> {
  if (!isBehindNodeDoor()) boundNextServer();
  try {
    await prepareLectern(where);
  } catch (error) {
    const reason = isAppError(error) ? error.message : String(error);
    process.stderr.write(`Lectern could not start. ${reason}\n`);
    process.exit(1);
  }
  announceAdministrator();
}
