import type { Conversions } from '@/lib/wopi/list-conversions';
import type { Item, ItemRef } from './item';
import { downloadHref, openHref } from './open-href';

/** Where an item opens: a folder's page, or the page of the editor. */
export function itemHref(item: Item, conversions: Conversions): string {
  return item.kind === 'folder' ? `/folders/${item.id}` : openHref(item, conversions);
}

/** Where items are downloaded from: a document as it is, everything else in a zip. */
export function downloadOf(items: readonly ItemRef[]): string {
  const [first] = items;
  if (items.length === 1 && first?.kind === 'document') return downloadHref(first.id);
  return `/api/zip?${items.map(({ kind, id }) => `item=${kind}:${id}`).join('&')}`;
}
