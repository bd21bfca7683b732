import { childToken } from './child-token';
import type { FoundToken } from './find-token';
import { ownRow } from './own-row';
import type { NamedResource } from './token-resource';

/**
 * Token trading (§2.2) for a list of children: a token for each, good only while the caller's is, for the same kind of
 * client, and allowing no more than the caller's. Nothing is written.
 * @param items what the actor was just found to have access to, with whether the actor may change it now; what a token
 *   allows is read anew at every request all the same
 * @returns a token for each item, in their order
 */
export async function childTokens(
  parent: FoundToken,
  items: readonly { named: NamedResource; canChange: boolean }[],
): Promise<string[]> {
  if (items.length === 0) return [];
  const parentId = await ownRow(parent);
  const { client, actor } = parent;
  return items.map(({ named, canChange }) =>
    childToken({ parentId, named, client, ceiling: actor.ceiling === 'edit' && canChange ? 'edit' : 'view' }),
  );
}
