'use client';

import { useRouter } from 'next/navigation';
import { type RefObject, useEffect, useRef } from 'react';
import { notify } from '@/app/_components/toast';
import { useMessages } from '@/app/_locale/messages-context';
import { clipboard } from './clipboard';
import { type Item, powersOf } from './item';
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
  const keyDown = useRef<(event: KeyboardEvent) => void>(() => undefined);
  useEffect(() => {
    keyDown.current = (event) => {
      if (input.isBusy || event.defaultPrevented || isElsewhere(event.target)) return;
      if (handle(event)) event.preventDefault();
    };
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => keyDown.current(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);

  const { tools, shown, view } = input;
  const { selection, place, changeList } = tools;

  /** @returns whether the key meant something here */
  function handle(event: KeyboardEvent): boolean {
    const item = input.itemAt(event.target);
    if (event.altKey) return false;
    if (event.ctrlKey || event.metaKey) return withControl(event.key.toLowerCase(), item);
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
    return event.key === ' ' && !isOnName ? false : alone(event.key, item);
  }

  function alone(key: string, item: Item | null): boolean {
    const about = item ? input.withChosen(item) : selection.chosen;
    const [one] = about;
    switch (key) {
      case ' ':
      case 'x':
        if (item) selection.toggle(item.id);
        return item !== null;
      case 'Escape':
        if (selection.count === 0) return false;
        selection.clear();
        return true;
      case 'F2':
        if (about.length !== 1 || !one || !powersOf(one).rename) return false;
        tools.rename(one);
        return true;
      case 'Delete':
        return trash(about, item);
      case 'Backspace':
        return goUp();
      case 'v': {
        const other = view === 'list' ? 'grid' : 'list';
        rememberView(other);
        changeList({ view: other });
        return true;
      }
      default:
        return false;
    }
  }

  function withControl(key: string, item: Item | null): boolean {
    if (key === 'z') return undoLast();
    if (key === 'a') {
      selection.all();
      return shown.length > 0;
    }
    const about = item ? input.withChosen(item) : selection.chosen;
    if (key === 'c' || key === 'x') return take(key === 'x' ? 'move' : 'copy', about);
    if (key === 'v') return paste();
    return false;
  }

  function trash(about: readonly Item[], focused: Item | null): boolean {
    if (about.length === 0 || !about.every((item) => powersOf(item).trash)) return false;
    // The focus goes on to what takes the place of the row.
    const gone = new Set(about.map(({ id }) => id));
    const at = focused ? shown.indexOf(focused) : -1;
    const heir = shown.slice(at).find(({ id }) => !gone.has(id)) ?? shown.findLast(({ id }) => !gone.has(id));
    input.frame.current?.querySelector<HTMLElement>(`[data-item-id="${heir?.id}"] .document-name`)?.focus();
    const { isEverything } = selection;
    selection.clear();
    if (isEverything) tools.trashEverything();
    else tools.trash(about);
    return true;
  }

  function goUp(): boolean {
    const above = place.crumbs.at(-1);
    if (above) router.push(above.path);
    return above !== undefined;
  }

  function take(how: How, about: readonly Item[]): boolean {
    const isText = window.getSelection()?.isCollapsed === false;
    // What is cut or copied is named one by one.
    if (isText || selection.isEverything || about.length === 0 || !about.every((item) => powersOf(item)[how]))
      return false;
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
