import type { ListingQuery, Scope } from '@/lib/listings/listing-query';
import type { ListState } from './list-state';

/** What is read for a list in a state. */
export function listingQuery(scope: Scope, { sort, kind, after, show }: ListState): ListingQuery {
  return { scope, sort, kind, after, limit: show };
}
