import type { ErrorCode, ErrorDetail, RefusalReason } from '@/lib/errors';

/** What a refusal says, with the names and numbers of its detail where it has some. */
export type Refusal = (detail: Readonly<ErrorDetail>) => string;

/**
 * The sentences of a language for every way in which Lectern refuses. English has none here: the sentence that
 * is thrown is English, and the most exact one.
 */
export type Refusals = {
  readonly codes: Readonly<Record<ErrorCode, Refusal>>;
  readonly reasons: Readonly<Record<RefusalReason, Refusal>>;
};
