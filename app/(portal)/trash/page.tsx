import type { Metadata } from 'next';
import { requireActor } from '@/lib/auth/require-actor';
import { listPage } from '@/lib/listings/list-page';
import { messagesFor } from '@/lib/shared/messages/messages-for';
import { EmptyTrash } from './empty-trash';
import { TrashList } from './trash-list';

const words = messagesFor().trash;

export const metadata: Metadata = { title: messagesFor().title(words.title) };

type Query = Promise<Record<string, string | string[] | undefined>>;

export default async function TrashPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor('/trash');
  const { after } = await searchParams;
  const page = await listPage(actor, {
    scope: { place: 'trash' },
    sort: { column: 'name', direction: 'ascending' },
    kind: null,
    after: typeof after === 'string' ? after : null,
    limit: 100,
  });
  const all = page.total.folders + page.total.documents;
  return (
    <>
      <header className="head">
        <h1>{words.title}</h1>
        {all > 0 ? (
          <div className="head-tools">
            <EmptyTrash all={all} />
          </div>
        ) : null}
      </header>
      {all === 0 ? (
        <div className="empty">
          <h2>{words.nothing.title}</h2>
          <p>{words.nothing.text}</p>
          <a className="btn" href="/documents">
            {messagesFor().errors.toDocuments}
          </a>
        </div>
      ) : (
        <>
          <p className="list-note">{words.note}</p>
          <TrashList folders={page.folders} documents={page.documents} />
          {page.next ? (
            <p className="list-note">
              <a className="btn" href={`/trash?after=${page.next}`}>
                {words.more}
              </a>
            </p>
          ) : null}
        </>
      )}
    </>
  );
}
