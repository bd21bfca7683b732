'use client';

import { ContextMenu } from '@base-ui/react/context-menu';
import { Menu } from '@base-ui/react/menu';
import { type SyntheticEvent, useMemo, useRef, useState } from 'react';
import { ContextMenuPopup, MenuPopup } from '@/app/_components/menu';
import { useMessages } from '@/app/_locale/messages-context';
import type { Conversions } from '@/lib/wopi/list-conversions';
import { NewMenu } from '../_shell/new-menu';
import { EmptyList } from './empty-list';
import type { Item } from './item';
import { ItemCard } from './item-card';
import { ItemMenu } from './item-menu';
import { ItemRow } from './item-row';
import { ListToolsProvider, type ListTools as Tools } from './list-context';
import { type ListDialog, ListDialogs } from './list-dialogs';
import { ListFoot } from './list-foot';
import { ListHead } from './list-head';
import type { ListState, View } from './list-state';
import { ListTools } from './list-tools';
import { isSortable, type Place } from './place';
import { PlaceHead } from './place-head';
import { SelectionBar } from './selection-bar';
import { useChangeList } from './use-change-list';
import { useDragging } from './use-dragging';
import { useEverything } from './use-everything';
import { useItemChanges } from './use-item-changes';
import { useListKeys } from './use-list-keys';
import { usePlacing } from './use-placing';
import { usePointer } from './use-pointer';
import { useSelection } from './use-selection';

type ListViewProps = {
  place: Place;
  state: ListState;
  view: View;
  items: Item[];
  total: number;
  next: string | null;
  personId: string;
  conversions: Conversions;
};

/** A list of the portal with everything that can be done in it. */
export function ListView({ place, state, view, items, total, next, personId, conversions }: ListViewProps) {
  const words = useMessages().documents;
  const { shown, rename, trash, star, switchCopies } = useItemChanges(items);
  const selection = useSelection(shown);
  const putInto = usePlacing();
  const everything = useEverything(place, state.kind, total);
  const changeList = useChangeList(place.path, state);
  const [dialog, setDialog] = useState<ListDialog | null>(null);
  const [pointed, setPointed] = useState<Item | null>(null);
  const rowMenu = useMemo(() => Menu.createHandle<Item>(), []);
  const frame = useRef<HTMLDivElement>(null);

  const itemAt = (target: EventTarget | null): Item | null => {
    const row = target instanceof Element ? target.closest('[data-item-id]') : null;
    return shown.find((item) => item.id === row?.getAttribute('data-item-id')) ?? null;
  };
  /** What a wish about one item is about: all that are chosen, if it is one of them. */
  const withChosen = (item: Item) =>
    selection.count > 1 && selection.has(item.id) && !selection.isEverything ? selection.chosen : [item];

  const tools: Tools = {
    place,
    changeList,
    personId,
    conversions,
    selection,
    total,
    trashEverything: everything.trash,
    placeEverything: (how) => setDialog({ show: 'place', how, items: shown, all: total }),
    rename: (item) => setDialog({ show: 'rename', item }),
    trash,
    star,
    choosePlace: (how, some) => setDialog({ show: 'place', how, items: some }),
    showDetails: (item) => setDialog({ show: 'details', item }),
    showVersions: (item) => setDialog({ show: 'versions', item }),
    endEditing: (document) => setDialog({ show: 'end-editing', document }),
    switchCopies: (item) => (item.kind === 'document' ? switchCopies(item) : undefined),
  };
  useListKeys({ frame, tools, shown, itemAt, withChosen, view, putInto, isBusy: dialog !== null });
  const dragging = useDragging({ itemAt, withChosen, putInto, frame });
  const pointer = usePointer({ itemAt, selection });

  const point = (event: SyntheticEvent) => setPointed(itemAt(event.target));
  const menuFor = (item: Item | null | undefined) => (item ? <ItemMenu items={withChosen(item)} /> : null);
  const trigger = { onContextMenuCapture: point, onTouchStartCapture: point, ...pointer, ...dragging.rows };
  const areTiles = view === 'grid';

  return (
    <ListToolsProvider value={tools}>
      <PlaceHead place={place} onDrop={dragging.dropOnCrumb}>
        {selection.count > 0 ? <SelectionBar /> : null}
        {selection.count === 0 && (shown.length > 0 || state.kind !== null) ? (
          <ListTools
            state={state}
            view={view}
            isSortable={isSortable(place)}
            canUpload={place.scope.place === 'folder' && shown.length > 0}
          />
        ) : null}
      </PlaceHead>
      {shown.length === 0 ? (
        <EmptyList place={place} state={state} />
      ) : (
        <div className="list" ref={frame} data-choosing={selection.count > 0 || undefined}>
          <ContextMenu.Root>
            {areTiles ? (
              <ContextMenu.Trigger render={<ul className="cards" aria-label={words.list} />} {...trigger}>
                {shown.map((item) => (
                  <ItemCard key={item.id} item={item} menu={rowMenu} />
                ))}
              </ContextMenu.Trigger>
            ) : (
              <table className="documents" aria-label={words.list}>
                <ListHead path={place.path} state={state} isSortable={isSortable(place)} />
                <ContextMenu.Trigger render={<tbody />} {...trigger}>
                  {shown.map((item) => (
                    <ItemRow key={item.id} item={item} menu={rowMenu} />
                  ))}
                </ContextMenu.Trigger>
              </table>
            )}
            <ContextMenuPopup>{menuFor(pointed)}</ContextMenuPopup>
          </ContextMenu.Root>
          <Menu.Root handle={rowMenu}>
            {({ payload }) => <MenuPopup align="end">{menuFor(payload)}</MenuPopup>}
          </Menu.Root>
          <ListFoot path={place.path} state={state} shown={items.length} total={total} next={next} />
        </div>
      )}
      <NewMenu floating />
      <ListDialogs
        dialog={dialog}
        place={place}
        onRename={rename}
        onPlace={putInto}
        onPlaceEverything={everything.place}
        onEndEditing={tools.endEditing}
        onClose={() => setDialog(null)}
        onPlaced={selection.clear}
      />
    </ListToolsProvider>
  );
}
