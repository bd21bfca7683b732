import { AppError } from '@/lib/errors';

/** The refusal of a page's wish while a document is locked, with the name of who edits it. */
export function beingEdited(document: { name: string; lockedBy: { name: string } | null }): AppError {
  const who = document.lockedBy?.name ?? 'Somebody';
  return new AppError('being-edited', `${who} is editing “${document.name}”. Try again when they have closed it.`);
}
