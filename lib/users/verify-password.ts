import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { normalPassword, passwordCost, passwordWork } from './password-work';

const holder = globalThis as typeof globalThis & { lecternDecoyHash?: Promise<string> };

/**
 * Whether the password is the one of the hash. Without a hash (nobody has that address, or the person signs
 * in elsewhere) it works as long for nothing: the time of an answer must not say who has an account.
 * @throws AppError `unavailable` under load
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  holder.lecternDecoyHash ??= hash(randomBytes(32), passwordCost);
  const decoy = await holder.lecternDecoyHash;
  const isRight = await passwordWork(() => verify(passwordHash ?? decoy, normalPassword(password)));
  return passwordHash !== null && isRight;
}
