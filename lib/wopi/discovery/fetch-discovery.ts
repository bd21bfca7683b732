import { AppError } from '@/lib/errors';

const longestBytes = 2 * 1024 * 1024;
const patienceMs = 10_000;

/**
 * Fetches the discovery document of a Document Server, following no redirect.
 * @throws AppError `unavailable`: not reached within 10 s, another status than 200, more than 2 MiB
 */
export async function fetchDiscovery(internalUrl: string): Promise<string> {
  try {
    const response = await fetch(`${internalUrl}/hosting/discovery`, {
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
      headers: { accept: 'application/xml, text/xml' },
      cache: 'no-store',
    });
    if (response.status !== 200) {
      await response.body?.cancel();
      throw new Error(`status ${response.status}`);
    }
    return await readShort(response);
  } catch (cause) {
    throw new AppError('unavailable', 'The Document Server does not answer.', {}, { cause });
  }
}

async function readShort(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.byteLength;
    if (length > longestBytes) throw new Error('the discovery document is too long');
    parts.push(part);
  }
  return new TextDecoder().decode(Buffer.concat(parts));
}
