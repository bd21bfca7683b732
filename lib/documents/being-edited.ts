import { AppError } from '@/lib/errors';

/** The refusal of a page's wish while a document is locked, with the name of who edits it. */
export function beingEdited(document: { name: string; lockedBy: { name: string } | null }): AppError {
  const { name } = document;
  const who = document.lockedBy?.name;
  const message = `${who ?? 'Somebody'} is editing “${name}”. Try again when they have closed it.`;
  return new AppError('being-edited', message, who === undefined ? { name } : { name, who });
}
