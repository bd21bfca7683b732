import { readiness } from '@/lib/setup/readiness';
import { proofState } from '@/lib/wopi/proof/proof-state';

export const dynamic = 'force-dynamic';

/**
 * 200 when the database and the storage answer, 503 with what does not; no secrets, no paths. Whether WOPI requests are
 * asked for proofs is said beside it: that is the operator's choice, or for the operator to look at.
 */
export async function GET(): Promise<Response> {
  const [checks, proofs] = await Promise.all([readiness(), proofState().catch(() => 'unknown')]);
  const ready = Object.values(checks).every((state) => state === 'ok');
  return Response.json(
    { status: ready ? 'ok' : 'not ready', checks, proofs },
    { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}
