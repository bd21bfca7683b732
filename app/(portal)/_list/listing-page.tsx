import { rememberedView } from '@/lib/auth/remembered-view';
import { listPage } from '@/lib/listings/list-page';
import type { Actor } from '@/lib/users/actor';
import { listConversions } from '@/lib/wopi/list-conversions';
import { itemsOf } from './item';
import { ListFreshness } from './list-freshness';
import { listQuery, type Query, readListState } from './list-state';
import { ListView } from './list-view';
import { listingQuery } from './listing-query';
import type { Place } from './place';

type ListingPageProps = { actor: Actor; place: Place; query: Query };

/** The page of any list. For a folder the caller has made sure that the person may read it. */
export async function ListingPage({ actor, place, query }: ListingPageProps) {
  const state = readListState(query);
  const [page, conversions, remembered] = await Promise.all([
    listPage(actor, listingQuery(place.scope, state)),
    listConversions(),
    rememberedView(),
  ]);
  return (
    <>
      <ListView
        place={place}
        state={state}
        view={state.view ?? remembered}
        items={itemsOf(page)}
        total={page.total.folders + page.total.documents}
        next={page.next}
        personId={actor.userId}
        conversions={conversions}
      />
      <ListFreshness scope={place.scope} query={listQuery({ ...state, view: null })} state={page.state} />
    </>
  );
}
