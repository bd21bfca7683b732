import { codeOf } from './code-of';
import { driverCause } from './driver-cause';

/** Whether a unique index refused a write: P2002 on both databases, or what the driver says of a raw statement. */
export function isUniqueViolation(error: unknown): boolean {
  if (codeOf(error) === 'P2002') return true;
  const cause = error instanceof Error ? driverCause(error) : null;
  return cause !== null && Reflect.get(cause, 'kind') === 'UniqueConstraintViolation';
}
