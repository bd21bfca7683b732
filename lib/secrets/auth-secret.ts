import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';

const secretsFile = z.object({ authSecret: z.string() });
const holder = globalThis as typeof globalThis & { lecternAuthSecret?: string };

/** Pieces of the secrets that examples and tutorials show. */
const samples =
  /change.?me|replace.?me|your.?secret|(super|top|my|next.?auth|auth).?secret|password|example|placeholder|insecure|0123456789|abcdefgh/i;

/**
 * The secret that signs sessions: AUTH_SECRET, otherwise one that is generated once and kept in
 * `DATA_DIR/secrets.json` (mode 0600). The same for the whole life of the process.
 * @param where.diskLasts false where files are gone with the process: then nothing is generated
 * @throws AppError `settings` when the secret is weak, or missing where the disk does not last
 */
export function authSecret(where: { diskLasts: boolean } = { diskLasts: true }): string {
  holder.lecternAuthSecret ??= findSecret(where.diskLasts);
  return holder.lecternAuthSecret;
}

function findSecret(diskLasts: boolean): string {
  const given = env().AUTH_SECRET;
  if (given !== undefined) return refuseWeak(given, 'AUTH_SECRET');
  if (!diskLasts) {
    throw new AppError(
      'settings',
      'AUTH_SECRET is not set, and a generated one would be lost here. Set it to 32 characters or more.',
    );
  }
  const file = path.join(env().DATA_DIR, 'secrets.json');
  return refuseWeak(readSecret(file) ?? createSecret(file), file);
}

/** S41: a start with a weak or a well-known secret is refused, since anybody could sign a session with it. */
function refuseWeak(secret: string, name: string): string {
  if (secret.length < 32) throw new AppError('settings', `${name} is too short: it needs 32 characters or more.`);
  if (samples.test(secret) || new Set(secret).size < 8) {
    throw new AppError('settings', `${name} is a sample or too simple. Make a random one: openssl rand -base64 48`);
  }
  return secret;
}

function readSecret(file: string): string | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new AppError(
      'settings',
      `${file} cannot be read. Give this user the right to read it.`,
      {},
      { cause: error },
    );
  }
  try {
    return secretsFile.parse(JSON.parse(text)).authSecret;
  } catch (error) {
    throw new AppError(
      'settings',
      `${file} is damaged. Restore it, or delete it: then everybody signs in anew.`,
      {},
      { cause: error },
    );
  }
}

/** Of processes that start at the same moment one creates the file (a link never replaces) and all use that one. */
function createSecret(file: string): string {
  const temporary = `${file}.${process.pid}.${randomBytes(6).toString('hex')}`;
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    const content = { authSecret: randomBytes(48).toString('base64url') };
    writeFileSync(temporary, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true });
    chmodSync(temporary, 0o600);
    try {
      linkSync(temporary, file);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  } catch (error) {
    throw new AppError(
      'settings',
      `AUTH_SECRET is not set and none can be kept in ${path.dirname(file)}. Set AUTH_SECRET, or make DATA_DIR writable.`,
      {},
      { cause: error },
    );
  } finally {
    rmSync(temporary, { force: true });
  }
  const kept = readSecret(file);
  if (kept === null) throw new AppError('settings', `${file} went away while it was written.`);
  return kept;
}
