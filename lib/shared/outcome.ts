import type { AppError } from '@/lib/errors';

/** What became of one of several things that were asked for together: done, or refused for a reason of its own. */
export type Outcome<Done extends object = object> = ({ ok: true } & Done) | { ok: false; error: AppError };

/** Of something that was asked for alone: what was done. @throws AppError the refusal */
export function resultOf<Done extends object>(outcome: Outcome<Done> | undefined): Done {
  if (!outcome) throw new Error('Nothing became of it.');
  if (!outcome.ok) throw outcome.error;
  const { ok: _, ...done } = outcome;
  return done as unknown as Done; // The rest of a generic is not known to be its parameter.
}
