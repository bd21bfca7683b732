import type { Metadata } from 'next';
import { pageWords } from '@/app/_locale/page-words';
import { requireActor } from '@/lib/auth/require-actor';
import type { Query } from '../_list/list-state';
import { ListingPage } from '../_list/listing-page';

export async function generateMetadata(): Promise<Metadata> {
  const words = await pageWords();
  return { title: words.title(words.portal.places.recent) };
}

export default async function RecentPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const title = (await pageWords()).portal.places.recent;
  const place = { path: '/recent', title, scope: { place: 'recent' as const }, crumbs: [] };
  return <ListingPage actor={actor} place={place} query={await searchParams} />;
}
