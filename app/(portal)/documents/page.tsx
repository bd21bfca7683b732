import type { Metadata } from 'next';
import { requireActor } from '@/lib/auth/require-actor';
import { documentsState } from '@/lib/documents/documents-state';
import { listDocuments } from '@/lib/documents/list-documents';
import { defaultLocale, formatLocale } from '@/lib/shared/messages/locale';
import { messagesFor } from '@/lib/shared/messages/messages-for';
import { listConversions } from '@/lib/wopi/list-conversions';
import { UploadButton } from '../_uploads/upload-button';
import { DocumentList } from './document-list';
import { EmptyList } from './empty-list';
import { ListFreshness } from './list-freshness';
import { readSort, sortDocuments } from './sort-documents';

const words = messagesFor().documents;

export const metadata: Metadata = { title: messagesFor().title(words.title) };

type Query = Promise<Record<string, string | string[] | undefined>>;

export default async function DocumentsPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  // The digest first: what changes between the two is then seen as a change.
  const state = await documentsState(actor);
  const documents = await listDocuments(actor);
  const sort = readSort(await searchParams);
  return (
    <>
      <header className="head">
        <h1>{words.title}</h1>
        {documents.length > 0 ? (
          <div className="head-tools">
            <UploadButton />
          </div>
        ) : null}
      </header>
      {documents.length === 0 ? (
        <EmptyList />
      ) : (
        <DocumentList
          documents={sortDocuments(documents, sort, formatLocale[defaultLocale])}
          sort={sort}
          personId={actor.userId}
          conversions={await listConversions()}
        />
      )}
      <ListFreshness state={state} />
    </>
  );
}
