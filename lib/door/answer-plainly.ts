import type { ServerResponse } from 'node:http';
import securityHeaders from '@/lib/shared/security-headers.json';

/** Answers what goes no further than the door: a status and a sentence, with the headers of every answer. */
export function answerPlainly(
  outgoing: ServerResponse,
  status: number,
  sentence: string,
  headers: Record<string, string> = {},
): void {
  const body = `${sentence}\n`;
  outgoing.writeHead(status, {
    ...securityHeaders,
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'content-type': 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...headers,
  });
  outgoing.end(body);
}
