import { codeOf } from './code-of';

/** Whether a unique index refused a write (P2002, on both databases). */
export function isUniqueViolation(error: unknown): boolean {
  return codeOf(error) === 'P2002';
}
