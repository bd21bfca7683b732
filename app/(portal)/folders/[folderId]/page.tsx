import { notFound, redirect } from 'next/navigation';
import { requireActor } from '@/lib/auth/require-actor';
import { isAppError } from '@/lib/errors';
import { requireFolder } from '@/lib/folders/require-folder';

/** The page of a folder: the list, which shows the documents of all folders. */
export default async function FolderPage({ params }: { params: Promise<{ folderId: string }> }) {
  const { folderId } = await params;
  const actor = await requireActor(`/folders/${encodeURIComponent(folderId)}`);
  await requireFolder(actor, folderId, 'read').catch((error) => {
    if (isAppError(error) && error.code === 'not-found') notFound();
    throw error;
  });
  redirect('/documents');
}
