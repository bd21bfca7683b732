import { env } from '@/lib/env';
import type { DocumentServerState } from '@/lib/shared/document-server-state';
import { isDiscoveryAnswered, knownDiscovery } from '../discovery/discovery';
import { type ProofState, proofState } from './proof-state';

const stateOf: Record<Exclude<ProofState, 'demanded'>, DocumentServerState> = {
  withdrawn: 'missing',
  off: 'off',
  'no-keys': 'unsigned',
  'no-document-server': 'none',
};

/**
 * Asks the Document Server, at most once a minute, and says how it stands with it: what is asked of its requests is
 * what {@link proofState} says.
 * @returns its address as this server knows it, null where none is configured
 */
export async function documentServerState(): Promise<{ state: DocumentServerState; address: string | null }> {
  const { DOCUMENT_SERVER_URL: url, DOCUMENT_SERVER_INTERNAL_URL: internalUrl } = env();
  if (!url) return { state: 'none', address: null };
  const address = internalUrl ?? url;
  if ((await isDiscoveryAnswered()) === false) return { state: 'away', address };
  const proofs = await proofState();
  if (proofs !== 'demanded') return { state: stateOf[proofs], address };
  const hasKeys = (await knownDiscovery())?.discovery.proofKeys != null;
  return { state: hasKeys ? 'signs' : 'unsigned-refused', address };
}
