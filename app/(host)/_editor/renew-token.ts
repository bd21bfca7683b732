'use client';

export type Renewal =
  | { ok: true; accessToken: string; accessTokenTtl: number }
  | { ok: false; reason: 'signed-out' | 'gone' | 'failed' };

/** Asks for a fresh token for this page's document, or for the earlier version that it shows. */
export async function renewToken(page: {
  documentId: string;
  mode: 'edit' | 'view';
  client: 'document-server' | 'built-in';
  version: number | null;
}): Promise<Renewal> {
  const { documentId, mode, client, version } = page;
  try {
    const which = version === null ? '' : `&version=${version}`;
    const answer = await fetch(`/api/documents/${documentId}/token?mode=${mode}&client=${client}${which}`, {
      method: 'POST',
      cache: 'no-store',
    });
    if (answer.status === 401) return { ok: false, reason: 'signed-out' };
    if (answer.status === 404) return { ok: false, reason: 'gone' };
    if (!answer.ok) return { ok: false, reason: 'failed' };
    const { accessToken, accessTokenTtl } = (await answer.json()) as { accessToken: string; accessTokenTtl: number };
    return { ok: true, accessToken, accessTokenTtl };
  } catch {
    return { ok: false, reason: 'failed' };
  }
}
