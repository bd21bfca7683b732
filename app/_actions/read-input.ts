import type { z } from 'zod';
import { AppError } from '@/lib/errors';

/**
 * What a page sent to a server action, as the action understands it. The compiler's word about an argument ends at the
 * network: anybody may send anything.
 * @throws AppError `invalid-request`
 */
export function readInput<T>(schema: z.ZodType<T>, given: unknown): T {
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  throw new AppError('invalid-request', 'This cannot be understood. Load the page again.');
}
