import { nextDoorAddress } from '@/lib/auth/next-door-address';
import { isBehindNodeDoor } from '@/lib/auth/request-address';
import { sessionOfOwnPage } from '@/lib/auth/session-of-own-page';
import { handleWopi } from '@/lib/wopi/handler';

export const dynamic = 'force-dynamic';

/**
 * The WOPI host where Next's own server runs. Where server.ts stands before Next, it answers all of `/wopi`, and knows
 * the client's address: what gets round it finds nothing here.
 */
async function answer(request: Request): Promise<Response> {
  const { headers } = request;
  if (isBehindNodeDoor()) return new Response(null, { status: 404 });
  return handleWopi(request, { address: nextDoorAddress(headers), sessionId: () => sessionOfOwnPage(headers) });
}

export { answer as GET, answer as POST };
