import type { Conversions } from '@/lib/wopi/list-conversions';
import type { Item } from './item';
import { openHref } from './open-href';

/** Where an item opens: a folder's page, or the page of the editor. */
export function itemHref(item: Item, conversions: Conversions): string {
  return item.kind === 'folder' ? `/folders/${item.id}` : openHref(item, conversions);
}
