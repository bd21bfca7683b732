'use client';

import type { Menu } from '@base-ui/react/menu';
import { When } from '@/app/_components/when';
import { EditingChip } from './editing-chip';
import type { Item } from './item';
import { ItemLink, ItemMenuButton, ItemPick, ItemStar, useItemFacts } from './item-parts';
import { KeptSaves } from './kept-saves';
import { useListTools } from './list-context';

type RowProps = { item: Item; menu: Menu.Handle<Item> };

/** An item as a row of the table; on a phone everything but the name is its second line. */
export function ItemRow({ item, menu }: RowProps) {
  const { personId, selection } = useListTools();
  const { owner, size, changedAt, isMine } = useItemFacts(item);
  return (
    <tr
      className="document"
      draggable
      data-item-id={item.id}
      data-folder-id={item.kind === 'folder' ? item.id : undefined}
      data-selected={selection.has(item.id) || undefined}
    >
      <td>
        <div className="cell-name">
          <ItemPick item={item} />
          <ItemLink item={item} />
          <span className="cell-chips">
            <ItemStar item={item} />
            {item.kind === 'document' ? <EditingChip people={item.editingBy} personId={personId} /> : null}
          </span>
          <p className="document-line">
            <When iso={changedAt} /> · {size}
            {isMine ? null : ` · ${owner}`}
          </p>
          {item.kind === 'document' ? <KeptSaves document={item} /> : null}
        </div>
      </td>
      <td className="cell-owner">{owner}</td>
      <td className="cell-modified">
        <When iso={changedAt} />
      </td>
      <td className="cell-size">{size}</td>
      <td className="cell-actions">
        <ItemMenuButton item={item} menu={menu} />
      </td>
    </tr>
  );
}
