import type { Metadata } from 'next';
import { pageWords } from '@/app/_locale/page-words';
import { needsConnectNote } from '@/lib/auth/needs-connect-note';
import { requireActor } from '@/lib/auth/require-actor';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import { connectCommands } from '@/lib/wopi/discovery/connect-commands';
import type { Query } from '../_list/list-state';
import { ListingPage } from '../_list/listing-page';
import { ConnectNote } from './connect-note';

export async function generateMetadata(): Promise<Metadata> {
  const words = await pageWords();
  return { title: words.title(words.documents.title) };
}

/** My documents: the person's own root folder. */
export default async function DocumentsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const { title } = (await pageWords()).documents;
  const { id: folderId } = await ownRootFolder(actor);
  const place = { path: '/documents', title, scope: { place: 'folder' as const, folderId }, crumbs: [] };
  return (
    <>
      {(await needsConnectNote()) ? <ConnectNote commands={actor.isAdmin ? connectCommands() : null} /> : null}
      <ListingPage actor={actor} place={place} query={await searchParams} />
    </>
  );
}
