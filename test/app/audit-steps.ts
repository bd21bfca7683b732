import { db } from '@/lib/db/db';
import { createFolder } from '@/lib/folders/create-folder';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import type { Actor } from '@/lib/users/actor';
import { act } from '../act-in-process';
import type { InProcessHost } from '../in-process-host';
import { makePerson } from '../make-person';
import type { Browser } from '../wopi-client/browser';
import type { WopiClient } from '../wopi-client/wopi-client';

export type Given = {
  person: Actor;
  friend: Actor;
  browser: Browser;
  client: WopiClient;
  documentId: string;
  folderId: string;
  /** an empty folder of the person's */
  otherId: string;
};
export type Verb = (given: Given) => Promise<unknown>;

export const refuse = 'refuse' as const;
export const item = (id: string) => ({ kind: 'document' as const, id });
export const folder = (id: string) => ({ kind: 'folder' as const, id });
export const page =
  <T>(action: (given: Given) => Promise<T>): Verb =>
  (given) =>
    act(given.browser, () => action(given));
export const fetched =
  (path: (given: Given) => string, init: RequestInit = {}): Verb =>
  async (given) =>
    (await given.browser.fetch(path(given), init)).arrayBuffer();
/** A person with a document of two versions and an empty folder. */
export async function given(host: InProcessHost): Promise<Given> {
  const person = await makePerson();
  const documentId = await host.document('first words', 'Letter.docx', person);
  const client = await host.client(documentId, { person });
  await client.lock('earlier');
  await client.putFile('second words', 'earlier');
  await client.unlock('earlier');
  const folderId = (await ownRootFolder(person)).id;
  const { id: otherId } = await createFolder(person, { parentId: folderId, name: 'Other', mode: 'specific' });
  return { person, friend: host.anna, browser: await host.browser(person), client, documentId, folderId, otherId };
}

/** The rows of the audit trail that something leaves. */
export async function left(work: () => Promise<unknown>) {
  const rows = () => db().auditEvent.findMany({ orderBy: { id: 'asc' } });
  const before = new Set((await rows()).map(({ id }) => id));
  await work();
  return (await rows()).filter(({ id }) => !before.has(id));
}
