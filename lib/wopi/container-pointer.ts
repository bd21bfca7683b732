import { childTokens } from '@/lib/tokens/child-tokens';
import { tradeTokens } from '@/lib/tokens/trade-tokens';
import { containerUrl, urlWithToken } from './host-urls';
import type { Admitted } from './wopi-request';

export type Pointer = { Name: string; Url: string };

/**
 * Names and URLs of containers, each with a token of its own that expires with the caller's (§2.2).
 * @param folders what the actor was just found to have access to
 */
export async function containerPointers(
  wopi: Admitted,
  folders: readonly { id: string; name: string }[],
): Promise<Pointer[]> {
  const items = folders.map(({ id }) => ({ resource: { kind: 'container' as const, folderId: id }, canChange: true }));
  return pointers(wopi, folders, await tradeTokens(wopi.actor, items, wopi.token));
}

/**
 * The same for containers in a list, whose tokens are good while the caller's is and take no row.
 * @param folders what the actor was just found to have access to
 */
export async function childPointers(
  wopi: Admitted,
  folders: readonly { id: string; name: string }[],
): Promise<Pointer[]> {
  const items = folders.map(({ id }) => ({ named: { kind: 'container' as const, folderId: id }, canChange: true }));
  return pointers(wopi, folders, await childTokens(wopi.token, items));
}

function pointers(
  wopi: Admitted,
  folders: readonly { id: string; name: string }[],
  tokens: readonly string[],
): Pointer[] {
  return folders.map(({ id, name }, index) => ({
    Name: name,
    Url: urlWithToken(containerUrl(id, wopi.token.client), tokens[index] ?? ''),
  }));
}
