import type { IncomingMessage } from 'node:http';

/** More than any form or action of somebody who is not known yet, in bytes. */
const largeBytes = 64 * 1024;

/** Whether a request announces more than 64 kB, or does not say how much comes. */
export function hasLargeBody({ headers }: IncomingMessage): boolean {
  if (headers['transfer-encoding'] !== undefined) return true;
  return Number(headers['content-length'] ?? 0) > largeBytes;
}
