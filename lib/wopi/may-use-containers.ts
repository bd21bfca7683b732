import { env } from '@/lib/env';
import type { Admitted } from './wopi-request';

/**
 * Whether a token may be traded for its person's folders and the ecosystem. One file's token that leaked must not open
 * its holder's whole house: by default only tokens that the operator issued do (`WOPI_CONTAINERS=operator`); with `on`
 * also requests that prove to come from the Document Server. Never those of the built-in client, which never asks.
 */
export function mayUseContainers({ token, signedTicks }: Pick<Admitted, 'token' | 'signedTicks'>): boolean {
  const { WOPI_CONTAINERS: mode } = env();
  if (mode === 'off') return false;
  if (token.client === 'operator') return true;
  return mode === 'on' && token.client === 'document-server' && signedTicks !== null;
}
