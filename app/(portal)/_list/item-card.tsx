'use client';

import type { Menu } from '@base-ui/react/menu';
import { When } from '@/app/_components/when';
import { EditingChip } from './editing-chip';
import type { Item } from './item';
import { ItemLink, ItemMenuButton, ItemPick, ItemStar, useItemFacts } from './item-parts';
import { KeptSaves } from './kept-saves';
import { useListTools } from './list-context';

/** An item as a tile of the grid. */
export function ItemCard({ item, menu }: { item: Item; menu: Menu.Handle<Item> }) {
  const { personId, selection } = useListTools();
  const { owner, size, changedAt, isMine } = useItemFacts(item);
  return (
    <li
      className="document card-item"
      draggable
      data-item-id={item.id}
      data-folder-id={item.kind === 'folder' ? item.id : undefined}
      data-selected={selection.has(item.id) || undefined}
    >
      <div className="card-top">
        <ItemPick item={item} />
        <ItemStar item={item} />
        {item.kind === 'document' ? <EditingChip people={item.editingBy} personId={personId} /> : null}
        <ItemMenuButton item={item} menu={menu} />
      </div>
      <ItemLink item={item} />
      <p className="card-line">
        <When iso={changedAt} /> · {size}
        {isMine ? null : ` · ${owner}`}
      </p>
      {item.kind === 'document' ? <KeptSaves document={item} /> : null}
    </li>
  );
}
