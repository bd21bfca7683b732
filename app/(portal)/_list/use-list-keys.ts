'use client';

import { useRouter } from 'next/navigation';
import { type RefObject, useEffect, useEffectEvent } from 'react';
import { notify } from '@/app/_components/toast';
import { useMessages } from '@/app/_locale/messages-context';
import { clipboard } from './clipboard';
import type { Item } from './item';
import { heirOf, listCommand } from './list-command';
import type { ListTools } from './list-context';
import type { View } from './list-state';
import { nextName } from './next-name';
import { rememberView } from './remember-view';
import { isElsewhere } from './shortcut-target';
import { undoLast } from './undo';
import type { How, Target } from './use-placing';

type KeysInput = {
  frame: RefObject<HTMLElement | null>;
  tools: ListTools;
  shown: readonly Item[];
  itemAt: (target: EventTarget | null) => Item | null;
  withChosen: (item: Item) => readonly Item[];
  view: View;
  putInto: (how: How, items: readonly Item[], target: Target) => Promise<void>;
  /** while a dialog is open the keys are its */
  isBusy: boolean;
};

/** The keys of a list, wherever on the page the focus is, as long as nothing else wants them. */
export function useListKeys(input: KeysInput): void {
  const router = useRouter();
  const words = useMessages().portal.done;
  const keyDown = useEffectEvent((event: KeyboardEvent) => {
    if (input.isBusy || event.defaultPrevented || isElsewhere(event.target)) return;
    if (handle(event)) event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => keyDown(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);

  const { tools, shown, view } = input;
  const { selection, place, changeList } = tools;

  /** @returns whether the key meant something here */
  function handle(event: KeyboardEvent): boolean {
    const item = input.itemAt(event.target);
    if (event.altKey) return false;
    if (event.ctrlKey || event.metaKey) return obey(event, item);
    const move = nextName(input.frame.current, event);
    if (move) {
      const from = item?.id;
      const to = input.itemAt(move)?.id;
      if (event.shiftKey && to) {
        if (selection.count === 0 && from) selection.toggle(from);
        selection.extend(to);
      }
      move.focus();
      return true;
    }
    // On a button or a box the space bar is theirs.
    const isOnName = event.target instanceof Element && event.target.matches('.document-name');
    return event.key === ' ' && !isOnName ? false : obey(event, item);
  }

  /** @returns whether the key asked for something that can be done here */
  function obey(event: KeyboardEvent, item: Item | null): boolean {
    const about = item ? input.withChosen(item) : selection.chosen;
    const isControl = event.ctrlKey || event.metaKey;
    const command = listCommand({ key: event.key, isControl }, { item, about, hasChosen: selection.count > 0 });
    switch (command?.ask) {
      case undefined:
        return false;
      case 'toggle':
        selection.toggle(command.item.id);
        return true;
      case 'clear':
        selection.clear();
        return true;
      case 'rename':
        tools.rename(command.item);
        return true;
      case 'trash':
        trash(command.items, item);
        return true;
      case 'up':
        return goUp();
      case 'other-view': {
        const other = view === 'list' ? 'grid' : 'list';
        rememberView(other);
        changeList({ view: other });
        return true;
      }
      case 'undo':
        return undoLast();
      case 'all':
        selection.all();
        return shown.length > 0;
      case 'move':
      case 'copy':
        return take(command.ask, command.items);
      case 'paste':
        return paste();
    }
  }

  function trash(about: readonly Item[], focused: Item | null): void {
    const heir = heirOf(shown, about, focused);
    input.frame.current?.querySelector<HTMLElement>(`[data-item-id="${heir?.id}"] .document-name`)?.focus();
    const { isEverything } = selection;
    selection.clear();
    if (isEverything) tools.trashEverything();
    else tools.trash(about);
  }

  function goUp(): boolean {
    const above = place.crumbs.at(-1);
    if (above) router.push(above.path);
    return above !== undefined;
  }

  function take(how: How, about: readonly Item[]): boolean {
    // What is marked on the page is copied as text; what is cut or copied is named one by one.
    if (window.getSelection()?.isCollapsed === false || selection.isEverything) return false;
    clipboard.put({ how, items: about });
    const say = how === 'move' ? words.cut : words.copyReady;
    notify({ id: 'clipboard', title: say(about.length, about[0]?.name ?? '') });
    return true;
  }

  function paste(): boolean {
    const { scope, title } = place;
    const taken = clipboard.look();
    if (!taken || scope.place !== 'folder') return false;
    if (taken.how === 'move') clipboard.put(null);
    input.putInto(taken.how, taken.items, { id: scope.folderId, name: title });
    return true;
  }
}
