import type { Action, Discovery } from './parse-discovery';

/**
 * The action for an extension (with or without its period), the first of the names that exists; null
 * when the Document Server cannot do any of them.
 */
export function findAction(discovery: Discovery, extension: string, names: readonly string[]): Action | null {
  const ext = extension.replace(/^\./, '').toLowerCase();
  for (const name of names) {
    const found = discovery.actions.find((action) => action.ext === ext && action.name === name);
    if (found) return found;
  }
  return null;
}
