'use client';

import { Menu } from '@base-ui/react/menu';
import { Ellipsis, Star } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/app/_components/button';
import { FileTile, KindTile } from '@/app/_components/file-tile';
import { useLocale, useMessages } from '@/app/_locale/messages-context';
import { formatBytes } from '@/lib/shared/format-bytes';
import { formatLocale } from '@/lib/shared/messages/locale';
import type { Item } from './item';
import { itemHref } from './item-href';
import { useListTools } from './list-context';

/** The icon of an item; where the pointer is, or something is chosen, the box that chooses it. */
export function ItemPick({ item }: { item: Item }) {
  const words = useMessages().portal.list;
  const { selection } = useListTools();
  return (
    <span className="pick">
      {item.kind === 'folder' ? <KindTile kind="folder" /> : <FileTile name={item.name} />}
      <input
        type="checkbox"
        aria-label={words.select(item.name)}
        checked={selection.has(item.id)}
        onChange={() => selection.toggle(item.id)}
      />
    </span>
  );
}

/** The name, as a real link. */
export function ItemLink({ item }: { item: Item }) {
  const { conversions } = useListTools();
  const href = itemHref(item, conversions);
  const props = { className: 'document-name', href, title: item.name };
  if (item.kind === 'folder') {
    return (
      <Link {...props} prefetch={false}>
        {item.name}
      </Link>
    );
  }
  // A whole page of its own: it carries an access token, which must not be fetched ahead.
  return <a {...props}>{item.name}</a>;
}

export function ItemStar({ item }: { item: Item }) {
  const words = useMessages().portal.list;
  if (!item.isStarred) return null;
  return (
    <span className="star" title={words.starred}>
      <Star className="icon" aria-hidden />
      <span className="sr-only">{words.starred}</span>
    </span>
  );
}

export function ItemMenuButton({ item, menu }: { item: Item; menu: Menu.Handle<Item> }) {
  const words = useMessages().documents.menu;
  return (
    <Menu.Trigger
      handle={menu}
      payload={item}
      render={<Button look="quiet" iconOnly aria-label={words.of(item.name)} />}
    >
      <Ellipsis className="icon" aria-hidden />
    </Menu.Trigger>
  );
}

/** What lists say of an item in words. */
export function useItemFacts(item: Item): { owner: string; size: string; changedAt: string; isMine: boolean } {
  const words = useMessages();
  const language = formatLocale[useLocale()];
  if (item.kind === 'folder') {
    const size = words.portal.list.items(item.items);
    return { owner: words.documents.you, size, changedAt: item.changedAt, isMine: true };
  }
  return {
    owner: item.isMine ? words.documents.you : item.ownerName,
    size: formatBytes(item.size, language),
    changedAt: item.modifiedAt,
    isMine: item.isMine,
  };
}
