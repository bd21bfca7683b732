import { prepareDatabase } from '@/lib/db/prepare-database';
import { fillNameColumns } from '@/lib/documents/fill-name-columns';
import { env, sharedHost, sharedHostSentence } from '@/lib/env';
import { AppError, isAppError } from '@/lib/errors';
import { logger } from '@/lib/logger';
import { authSecret } from '@/lib/secrets/auth-secret';
import { storage } from '@/lib/storage/open-storage';
import { ensureFirstAdministrator } from '@/lib/users/ensure-first-administrator';
import { keepHouse } from './keep-house';

type Administrator = { email: string; password: string | null };

const holder = globalThis as typeof globalThis & {
  lecternSetUp?: Promise<void>;
  lecternFirstAdministrator?: Administrator | null;
};

/**
 * Makes Lectern ready to serve: checks the settings, finds or makes the secrets, brings the database up to
 * date and makes the first administrator. Once in a process, however many doors ask.
 * @throws AppError `settings`, or what the database says, for example that another server has it open
 */
export function prepareLectern(where: { diskLasts: boolean } = { diskLasts: true }): Promise<void> {
  holder.lecternSetUp ??= prepare(where);
  return holder.lecternSetUp;
}

async function prepare(where: { diskLasts: boolean }): Promise<void> {
  warnOfOpenDoors();
  authSecret(where);
  await prepareDatabase();
  await assertStorage();
  await fillNameColumns();
  holder.lecternFirstAdministrator = await ensureFirstAdministrator();
  keepHouse();
}

/** What an operator may have meant, but had better know. */
function warnOfOpenDoors(): void {
  const settings = env();
  if (settings.WOPI_PROOF === 'off' && settings.DOCUMENT_SERVER_URL) {
    logger().warn('WOPI_PROOF=off: whoever has an access token is taken for the Document Server');
  }
  const shared = sharedHost(settings);
  if (shared !== null) logger().warn(sharedHostSentence(shared));
}

/** A full disk is no reason: what is there can be read, and deleted to make room. */
async function assertStorage(): Promise<void> {
  try {
    await storage().check();
  } catch (error) {
    if (isAppError(error) && error.code === 'storage-full') return;
    throw new AppError(
      'settings',
      `Documents cannot be stored in DATA_DIR (${env().DATA_DIR}). Give this user the right to write there and in all folders below.`,
      {},
      { cause: error },
    );
  }
}

/** Prints the administrator that this start made, with a generated password: once, and otherwise nothing. */
export function announceAdministrator(): void {
  const made = holder.lecternFirstAdministrator;
  holder.lecternFirstAdministrator = null;
  if (!made) return;
  const password =
    made.password === null
      ? 'the one in ADMIN_PASSWORD'
      : `${made.password}   (shown this once; change it under Settings)`;
  process.stdout.write(`Administrator: ${made.email}\nPassword: ${password}\n`);
}
