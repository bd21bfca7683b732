import type { AppError } from '@/lib/errors';
import type { AuditEntry } from './record-event';

/** What the audit trail is told of a refused access. */
export type Denial = Omit<AuditEntry, 'outcome'> & {
  /** who was refused what: what is the same counts as one within a minute */
  about: string;
};

// The two doors load this module twice in one process.
const mark = Symbol.for('lectern.denial');

/** Puts into a refusal of access what the audit trail is to be told; whoever answers it writes that down. */
export function denied(refusal: AppError, denial: Denial): AppError {
  Object.defineProperty(refusal, mark, { value: denial, configurable: true });
  return refusal;
}

/** What an error says to the audit trail, or null. */
export function denialOf(error: unknown): Denial | null {
  const denial: unknown = Reflect.get(Object(error), mark);
  return typeof denial === 'object' && denial !== null ? (denial as Denial) : null; // only denied() puts it there
}

/** For a refusal that stands in the audit trail already, in a row that says more. */
export function withoutDenial(error: unknown): void {
  Reflect.deleteProperty(Object(error), mark);
}
