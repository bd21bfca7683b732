import { readiness } from '@/lib/setup/readiness';

export const dynamic = 'force-dynamic';

/** 200 when the database and the storage answer, 503 with what does not; no secrets, no paths. */
export async function GET(): Promise<Response> {
  const checks = await readiness();
  const ready = Object.values(checks).every((state) => state === 'ok');
  return Response.json(
    { status: ready ? 'ok' : 'not ready', checks },
    { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}
