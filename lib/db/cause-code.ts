import { codeOf } from './code-of';
import { driverCause } from './driver-cause';

/**
 * What lies at the bottom of a failure, in the words of the system or the database: `ENOSPC`, `EIO`, `EMFILE`,
 * `SQLITE_FULL`, the SQLSTATE of PostgreSQL. Undefined where nobody has said.
 */
export function causeCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const original: unknown = Reflect.get(driverCause(error) ?? {}, 'originalCode');
  if (typeof original === 'string') return original;
  return causeCode(error.cause) ?? codeOf(error);
}
