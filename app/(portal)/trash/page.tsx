import type { Metadata } from 'next';
import Link from 'next/link';
import { pageWords } from '@/app/_locale/page-words';
import { requireActor } from '@/lib/auth/require-actor';
import { listPage } from '@/lib/listings/list-page';
import { itemsOf } from '../_list/item';
import { ListFoot } from '../_list/list-foot';
import { ListFreshness } from '../_list/list-freshness';
import { listQuery, type Query, readListState } from '../_list/list-state';
import { listingQuery } from '../_list/listing-query';
import { TrashList } from './trash-list';

export async function generateMetadata(): Promise<Metadata> {
  const words = await pageWords();
  return { title: words.title(words.trash.title) };
}

export default async function TrashPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const words = await pageWords();
  const state = readListState(await searchParams);
  const scope = { place: 'trash' as const };
  const page = await listPage(actor, listingQuery(scope, state));
  const all = page.total.folders + page.total.documents;
  const items = itemsOf(page);
  return (
    <>
      {all === 0 ? (
        <>
          <header className="head">
            <h1>{words.trash.title}</h1>
          </header>
          <div className="empty">
            <h2>{words.trash.nothing.title}</h2>
            <p>{words.trash.nothing.text}</p>
            <Link className="btn" href="/documents" prefetch={false}>
              {words.errors.toDocuments}
            </Link>
          </div>
        </>
      ) : (
        <>
          <TrashList items={items} all={all} />
          <ListFoot path="/trash" state={state} shown={items.length} total={all} next={page.next} />
        </>
      )}
      <ListFreshness scope={scope} query={listQuery(state)} state={page.state} />
    </>
  );
}
