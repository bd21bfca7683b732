import { answerApi } from '@/app/api/_http/answer-api';
import { handleAuth } from '@/lib/auth/handle-auth';

export const dynamic = 'force-dynamic';

export async function GET(request: Request): Promise<Response> {
  return answerApi(() => handleAuth(request));
}

export async function POST(request: Request): Promise<Response> {
  return answerApi(() => handleAuth(request));
}
