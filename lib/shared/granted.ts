import type { AppError } from '@/lib/errors';

/** The rows of a batch on which somebody has a right, by id, and what is said of the others. */
export class Granted<Row> extends Map<string, Row> {
  readonly refusal: (id: string) => AppError;

  constructor(rows: readonly (readonly [string, Row])[], refusal: (id: string) => AppError) {
    super(rows);
    this.refusal = refusal;
  }
}
