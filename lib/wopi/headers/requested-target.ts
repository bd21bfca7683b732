import type { NameTarget } from '@/lib/documents/place-document';
import { AppError, type ErrorCode } from '@/lib/errors';
import { isNameLegal, makeNameLegal, splitName } from '@/lib/shared/file-names';
import { withoutInvisible } from '@/lib/shared/without-invisible';
import { decodeUtf7 } from '../utf7';
import { booleanHeader } from './boolean-header';
import { headerValue } from './header-value';

/** What the new thing is: a copy of a file, which lends it base and extension; a new file; a container. */
export type TargetKind = { copyOf: string } | 'file' | 'container';

/**
 * The name for something new: exactly one of X-WOPI-SuggestedTarget and X-WOPI-RelativeTarget (both UTF-7).
 * Suggested: made to fit; one that starts with a period is an extension for the source's name, and a copy's
 * name without an extension gets the source's. Specific: taken exactly, so 400 for a name that is not legal.
 * X-WOPI-OverwriteRelativeTarget counts in specific mode only.
 * @throws AppError `not-implemented` (both headers), `invalid-request` (neither), `invalid-name`,
 *   `invalid-folder-name`
 */
export function requestedTarget(headers: Headers, kind: TargetKind): NameTarget {
  const suggested = headerValue(headers, 'x-wopi-suggestedtarget');
  const relative = headerValue(headers, 'x-wopi-relativetarget');
  if (suggested !== null && relative !== null) {
    throw new AppError('not-implemented', 'X-WOPI-SuggestedTarget and X-WOPI-RelativeTarget exclude each other.');
  }
  if (relative !== null) {
    const name = decodeUtf7(relative);
    if (!isNameLegal(name)) throw illegal(kind, name);
    return { mode: 'specific', name, overwrite: booleanHeader(headers, 'x-wopi-overwriterelativetarget') };
  }
  if (suggested === null) throw new AppError('invalid-request', 'X-WOPI-SuggestedTarget is missing.');
  const wanted = decodeUtf7(suggested);
  const legal = makeNameLegal(wanted);
  if (kind === 'container') return { mode: 'suggested', name: legal };
  // "If only the extension is provided, the name of the initial file without extension should be combined with it."
  const source = splitName(kind === 'file' ? makeNameLegal('') : kind.copyOf);
  const visible = withoutInvisible(wanted).trimStart();
  if (visible.startsWith('.')) return { mode: 'suggested', name: makeNameLegal(source.base + visible) };
  return { mode: 'suggested', name: splitName(legal).extension ? legal : makeNameLegal(legal + source.extension) };
}

function illegal(kind: TargetKind, name: string): AppError {
  const code: ErrorCode = kind === 'container' ? 'invalid-folder-name' : 'invalid-name';
  const what = kind === 'container' ? 'A folder' : 'A document';
  return new AppError(code, `${what} cannot have that name.`, { validTarget: makeNameLegal(name) });
}
