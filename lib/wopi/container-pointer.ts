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
  const tokens = await tradeTokens(wopi.actor, items, wopi.token);
  return folders.map(({ id, name }, index) => ({
    Name: name,
    Url: urlWithToken(containerUrl(id, wopi.token.client), tokens[index] ?? ''),
  }));
}
