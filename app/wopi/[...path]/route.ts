import { nextDoorAddress } from '@/lib/auth/next-door-address';
import { handleWopi } from '@/lib/wopi/handler';

export const dynamic = 'force-dynamic';

async function answer(request: Request): Promise<Response> {
  return handleWopi(request, { address: nextDoorAddress(request.headers) });
}

export { answer as GET, answer as POST };
