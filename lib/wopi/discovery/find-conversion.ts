import { findAction } from './find-action';
import type { Action, Discovery } from './parse-discovery';

/** Extension of a type that can only be viewed → extension of the copy that can be edited, both without a period. */
export type ConversionTargets = Readonly<Record<string, string>>;

/** An action that makes a copy in a type that can be edited. */
export type Conversion = Action & { targetext: string };

/**
 * The `convert` action of an extension (with or without its period): `convert` counts only where there is no
 * `edit`, and only with a `targetext` (§5.2). Null where there is none.
 */
export function findConversion(discovery: Discovery, extension: string): Conversion | null {
  if (findAction(discovery, extension, ['edit'])) return null;
  const action = findAction(discovery, extension, ['convert']);
  return action && isConversion(action) ? action : null;
}

/** Every type that a Document Server converts so that it can be edited, as {@link findConversion} decides. */
export function conversionTargets({ actions }: Discovery): ConversionTargets {
  const editable = new Set(actions.filter(({ name }) => name === 'edit').map(({ ext }) => ext));
  const found = actions.filter((action) => action.name === 'convert' && !editable.has(action.ext)).filter(isConversion);
  // Backwards, so that of two for one extension the first wins, as everywhere.
  return Object.fromEntries(found.toReversed().map(({ ext, targetext }) => [ext, targetext]));
}

function isConversion(action: Action): action is Conversion {
  return action.targetext !== null;
}
