import { AppError } from '@/lib/errors';

/**
 * The fields of a form that was sent urlencoded, as next-auth's client and plain forms do.
 * @param maxBytes of the whole body
 * @throws AppError `invalid-request` for another type or a larger body, of which no more is read
 */
export async function readFormFields(request: Request, maxBytes: number): Promise<URLSearchParams> {
  const type = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (request.body === null) return new URLSearchParams();
  if (type !== 'application/x-www-form-urlencoded') throw refusal();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      throw refusal();
    }
    chunks.push(value);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

function refusal(): AppError {
  return new AppError('invalid-request', 'This form cannot be read. Load the page again.');
}
