import { AppError } from '@/lib/errors';

/** The refusal for whom no session is known. */
export function notSignedIn(): AppError {
  return new AppError('not-signed-in', 'You are signed out. Sign in again.');
}
