import { cookies } from 'next/headers';
import { env } from '@/lib/env';
import { connectCookie } from '@/lib/shared/connect-cookie';

/** Whether this browser is still to be told, once, what works without a Document Server. */
export async function needsConnectNote(): Promise<boolean> {
  return env().DOCUMENT_SERVER_URL === undefined && !(await cookies()).has(connectCookie);
}
