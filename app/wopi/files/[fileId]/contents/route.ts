import { nextDoorAddress } from '@/lib/auth/next-door-address';
import { sessionOfOwnPage } from '@/lib/auth/session-of-own-page';
import { handleWopi } from '@/lib/wopi/handler';

export const dynamic = 'force-dynamic';

async function answer(request: Request): Promise<Response> {
  const { headers } = request;
  return handleWopi(request, { address: nextDoorAddress(headers), sessionId: () => sessionOfOwnPage(headers) });
}

export { answer as GET, answer as POST };
