import { expect } from 'vitest';
import { db } from '@/lib/db/db';
import type { Host } from '@/test/host';
import { BuiltInSession } from './built-in-session';

/** Every operation of the editor, with the token of a session of hers, in the browser as it is now. */
export async function statuses(
  { browser, opened }: BuiltInSession,
  where: 'header' | 'query' = 'header',
): Promise<number[]> {
  const ask = async (method: 'GET' | 'POST', below: string, headers: Record<string, string>, body?: string) => {
    const bearer = where === 'header' ? { authorization: `Bearer ${opened.accessToken}` } : {};
    const query = where === 'query' ? `?access_token=${opened.accessToken}` : '';
    const url = opened.wopiSrc + below + query;
    const answer = await browser.fetch(url, { method, headers: { ...headers, ...bearer }, body: body ?? null });
    await answer.body?.cancel();
    return answer.status;
  };
  const override = (name: string, more: Record<string, string> = {}, body?: string) =>
    ask('POST', name === 'PUT' ? '/contents' : '', { 'x-wopi-override': name, ...more }, body);
  return [
    await ask('GET', '', {}),
    await ask('GET', '/contents', {}),
    await override('LOCK', { 'x-wopi-lock': 'stolen' }),
    await override('PUT', { 'x-wopi-lock': 'stolen' }, 'stolen words'),
    await override('PUT_RELATIVE', { 'x-wopi-suggestedtarget': 'Stolen.txt' }, 'stolen words'),
    await override('RENAME_FILE', { 'x-wopi-lock': 'stolen', 'x-wopi-requestedname': 'Stolen' }),
    await override('UNLOCK', { 'x-wopi-lock': 'stolen' }),
    await override('DELETE'),
  ];
}

/** A text that a person has just opened in a browser of its own. */
export async function opened(host: Host, person = host.anna) {
  const documentId = await host.document('first words', 'Secret.txt', person);
  const session = await BuiltInSession.of(await host.browser(person), documentId);
  return { documentId, session };
}

/** That nothing was told, changed or kept. */
export async function refusesAll(host: Host, documentId: string, session: BuiltInSession, what: string): Promise<void> {
  const before = await host.row(documentId);
  for (const where of ['header', 'query'] as const) {
    expect([what, where, new Set(await statuses(session, where))]).toEqual([what, where, new Set([401])]);
  }
  expect(await host.row(documentId)).toEqual(before);
  expect(await db().document.count({ where: { copiedFromId: documentId } })).toBe(0);
}
