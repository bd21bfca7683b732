'use client';

export type Sent = { ok: true; name: string } | { ok: false; code: string; message: string | null };

/** A file on its way, and where it goes. */
export type Job<F = File> = {
  file: F;
  /** null: the person's own root folder */
  folderId: string | null;
  /** the folder and the name as it is kept there: the same for two files whose names are one here */
  place: string;
  onClash: 'refuse' | 'keep-both' | 'replace';
};

/**
 * Sends a file as it is, with its progress: `fetch` cannot tell how much of a body is up.
 * @param onEnd `message` is the server's sentence, null when the connection broke; not called after an abort
 * @returns what stops it
 */
export function sendFile(job: Job, onProgress: (sent: number) => void, onEnd: (result: Sent) => void): () => void {
  const { file, folderId, onClash } = job;
  const query = new URLSearchParams({ name: file.name, clash: onClash });
  if (folderId !== null) query.set('folder', folderId);
  const request = new XMLHttpRequest();
  request.open('POST', `/api/upload?${query}`);
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.responseType = 'json';
  request.upload.onprogress = (event) => onProgress(event.loaded);
  request.upload.onload = () => onProgress(file.size);
  request.onerror = () => onEnd({ ok: false, code: 'offline', message: null });
  request.onload = () => {
    const answer: unknown = request.response;
    const isGood = request.status >= 200 && request.status < 300;
    if (isGood) onEnd({ ok: true, name: textIn(answer, 'name') ?? file.name });
    else onEnd({ ok: false, code: textIn(answer, 'error') ?? '', message: textIn(answer, 'message') });
  };
  request.send(file);
  return () => request.abort();
}

function textIn(answer: unknown, key: string): string | null {
  if (typeof answer !== 'object' || answer === null) return null;
  const value: unknown = Reflect.get(answer, key);
  return typeof value === 'string' ? value : null;
}
