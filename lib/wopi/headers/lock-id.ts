import { AppError } from '@/lib/errors';
import { headerValue } from './header-value';

const longest = 1024;

type WithHeaders = { headers: Headers; rawHeaders: readonly string[] | null };

/**
 * A lock id from a header, or null when the header is absent or blank. Lock ids are opaque, case-sensitive
 * ASCII of at most 1024 characters; they may hold commas (Microsoft's are JSON), so a header that came
 * twice is told apart only where the door keeps the raw headers.
 * @throws AppError `invalid-request`
 */
export function optionalLockId(wopi: WithHeaders, name: string): string | null {
  const names = wopi.rawHeaders?.filter((_, index) => index % 2 === 0) ?? [];
  if (names.filter((raw) => raw.toLowerCase() === name).length > 1) {
    throw new AppError('invalid-request', `${name} came more than once.`);
  }
  const lockId = headerValue(wopi.headers, name);
  if (lockId === null) return null;
  if (lockId.length > longest || !/^[\x20-\x7e]+$/.test(lockId)) {
    throw new AppError('invalid-request', `${name} has to be at most 1024 ASCII characters.`);
  }
  return lockId;
}

/**
 * A lock id that the operation cannot do without (Lock, RefreshLock, Unlock).
 * @throws AppError `invalid-request` also when it is absent or blank
 */
export function requiredLockId(wopi: WithHeaders, name: string): string {
  const lockId = optionalLockId(wopi, name);
  if (lockId === null) throw new AppError('invalid-request', `${name} is missing.`);
  return lockId;
}
