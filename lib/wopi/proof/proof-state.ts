import { env } from '@/lib/env';
import { knownDiscovery } from '../discovery/discovery';
import { provesItself } from './proves-itself';

/**
 * Whether requests have to prove that they come from the Document Server: `demanded`, or `withdrawn` when they have to
 * although its discovery publishes no keys any more; otherwise why not: `off` by WOPI_PROOF, `no-document-server`
 * configured, or `no-keys` published.
 */
export type ProofState = 'demanded' | 'withdrawn' | 'off' | 'no-keys' | 'no-document-server';

/** What is asked of requests now, without waiting for the Document Server. */
export async function proofState(): Promise<ProofState> {
  const { WOPI_PROOF, DOCUMENT_SERVER_URL } = env();
  if (WOPI_PROOF === 'off') return 'off';
  if (!DOCUMENT_SERVER_URL) return 'no-document-server';
  const known = await knownDiscovery();
  if (known?.areKeysWithdrawn) return 'withdrawn';
  return provesItself(known?.discovery ?? null) ? 'demanded' : 'no-keys';
}
