import type { Metadata } from 'next';
import { pageWords } from '@/app/_locale/page-words';
import { requireActor } from '@/lib/auth/require-actor';
import { type Query, readListState } from '../_list/list-state';
import { ListingPage } from '../_list/listing-page';

export async function generateMetadata(): Promise<Metadata> {
  const words = await pageWords();
  return { title: words.title(words.portal.places.search) };
}

/** What is called so, wherever it lies. */
export default async function SearchPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const words = (await pageWords()).portal.search;
  const query = await searchParams;
  const { q } = readListState(query);
  if (q === '') {
    return (
      <>
        <header className="head">
          <h1>{words.startTitle}</h1>
        </header>
        <div className="empty">
          <p>{words.startText}</p>
        </div>
      </>
    );
  }
  const place = {
    path: '/search',
    title: words.results(q),
    scope: { place: 'search' as const, text: q },
    crumbs: [],
  };
  return <ListingPage actor={actor} place={place} query={query} />;
}
