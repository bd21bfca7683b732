import { AppError, isAppError } from '@/lib/errors';
import { makeNameUnique } from '@/lib/shared/file-names';

/** A client that is told of a free name (X-WOPI-ValidRelativeTarget) tries again with it by itself. */
export function withValidTarget(error: unknown, name: string): unknown {
  if (!isAppError(error) || error.code !== 'name-taken') return error;
  return new AppError(error.code, error.message, { ...error.detail, validTarget: makeNameUnique(name, 1) });
}
