import { hash } from '@node-rs/argon2';
import { AppError } from '@/lib/errors';
import { normalPassword, passwordCost, passwordWork } from './password-work';

/** Shortest and longest password, in characters (NIST SP 800-63B asks for 8; the upper end bounds the work). */
export const passwordLength = { min: 8, max: 1024 };

/**
 * The argon2id hash of a password, in PHC format.
 * @throws AppError `invalid-request` for a password that is too short or too long, `unavailable` under load
 */
export async function hashPassword(password: string): Promise<string> {
  const length = [...password].length;
  if (length < passwordLength.min) {
    throw new AppError('invalid-request', `That password is too short. Use ${passwordLength.min} characters or more.`, {
      reason: 'password-too-short',
      least: passwordLength.min,
    });
  }
  if (length > passwordLength.max) {
    throw new AppError('invalid-request', `That password is too long. Use at most ${passwordLength.max} characters.`, {
      reason: 'password-too-long',
      most: passwordLength.max,
    });
  }
  return passwordWork(() => hash(normalPassword(password), passwordCost));
}
