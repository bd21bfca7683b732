import { AppError } from '@/lib/errors';
import { headerValue } from './header-value';

/**
 * A count of bytes from a header, undefined when it is absent.
 * @throws AppError `invalid-request` for anything but decimal digits
 */
export function byteCount(headers: Headers, name: string): number | undefined {
  const text = headerValue(headers, name);
  if (text === null) return undefined;
  const count = Number(text);
  if (!/^\d{1,16}$/.test(text) || !Number.isSafeInteger(count)) {
    throw new AppError('invalid-request', `${name} has to be a number of bytes.`);
  }
  return count;
}
