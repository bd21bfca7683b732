import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { pageWords } from '@/app/_locale/page-words';
import { noteRefusal } from '@/lib/audit/note-refusal';
import { requireActor } from '@/lib/auth/require-actor';
import { type Ancestor, listAncestors } from '@/lib/folders/list-ancestors';
import { requireFolder } from '@/lib/folders/require-folder';
import type { Query } from '../../_list/list-state';
import { ListingPage } from '../../_list/listing-page';
import { folderPath } from '../../_list/place';

type Props = { params: Promise<{ folderId: string }>; searchParams: Promise<Query> };

/** The folder and those above it, once for the title and the page; one that is missing and one of another look the same. */
const pathOf = cache(async (folderId: string): Promise<{ above: Ancestor[]; folder: Ancestor }> => {
  const actor = await requireActor(`/folders/${encodeURIComponent(folderId)}`);
  const { folders } = await listAncestors(actor, folderId);
  const folder = folders.at(-1);
  if (folder?.id !== folderId) {
    await requireFolder(actor, folderId, 'read').catch((error: unknown) => noteRefusal(error));
    notFound();
  }
  if (folder.isRoot) redirect('/documents');
  return { above: folders.slice(0, -1), folder };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { folder } = await pathOf((await params).folderId);
  return { title: (await pageWords()).title(folder.name) };
}

export default async function FolderPage({ params, searchParams }: Props) {
  const { folderId } = await params;
  const actor = await requireActor();
  const words = (await pageWords()).documents;
  const { above, folder } = await pathOf(folderId);
  const place = {
    path: `/folders/${folderId}`,
    title: folder.name,
    scope: { place: 'folder' as const, folderId },
    crumbs: above.map((each) => ({
      name: each.isRoot ? words.title : each.name,
      path: folderPath(each),
      folderId: each.id,
    })),
  };
  return <ListingPage actor={actor} place={place} query={await searchParams} />;
}
