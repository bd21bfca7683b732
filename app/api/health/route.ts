export const dynamic = 'force-dynamic';

/** 200 as soon as the server serves. It looks at nothing else, so that a slow database restarts no process. */
export function GET(): Response {
  return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } });
}
