import { AppError } from '@/lib/errors';

/** The refusal to put something in the place of a document. X-WOPI-OverwriteRelativeTarget: 501 in that case. */
export function mayNotReplace(name: string): AppError {
  return new AppError('not-implemented', `You may not replace “${name}”.`, { reason: 'may-not-replace', name });
}
