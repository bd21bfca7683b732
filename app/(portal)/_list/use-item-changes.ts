'use client';

import { startTransition, useOptimistic } from 'react';
import type { ActionResult } from '@/app/_actions/action-result';
import { runAction } from '@/app/_actions/run-action';
import { notify } from '@/app/_components/toast';
import { useMessages } from '@/app/_locale/messages-context';
import { undoWork } from '../_work/actions';
import { seeThrough } from '../_work/see-through';
import { renameItem, switchCopies as setCopies, starItems, trashItems } from './actions';
import { type DocumentItem, type Item, refOf } from './item';
import { reportResults } from './report-results';
import { beginStep } from './undo';

type Change =
  | { ids: readonly string[]; gone: true }
  | { ids: readonly string[]; starred: boolean }
  | { ids: readonly string[]; name: string };

function changed(items: readonly Item[], change: Change): readonly Item[] {
  const ids = new Set(change.ids);
  if ('gone' in change) return items.filter((item) => !ids.has(item.id));
  return items.map((item) => {
    if (!ids.has(item.id)) return item;
    return 'name' in change ? { ...item, name: change.name } : { ...item, isStarred: change.starred };
  });
}

/** What a person changes in a list: shown at once, taken back when the server refuses. */
export function useItemChanges(items: readonly Item[]) {
  const words = useMessages();
  const { done } = words.portal;
  const [shown, change] = useOptimistic<readonly Item[], Change>(items, changed);
  const first = (some: readonly Item[]) => some[0]?.name ?? '';

  function rename(item: Item, name: string): Promise<ActionResult> {
    const finish = beginStep();
    return new Promise((resolve) => {
      startTransition(async () => {
        change({ ids: [item.id], name });
        const result = await runAction(() => renameItem({ item: refOf(item), name }));
        finish(result.ok && result.name !== item.name ? renamed(item, name, result.name) : null);
        resolve(result);
      });
    });
  }

  function renamed(item: Item, wanted: string, name: string) {
    const text = wanted.normalize('NFC') === name ? undefined : words.documents.nameAdjusted;
    return { title: words.documents.rename.done(name), text, undo: words.undo, onUndo: () => renameBack(item) };
  }

  function renameBack({ kind, id, name }: Item): void {
    startTransition(async () => {
      change({ ids: [id], name });
      const result = await runAction(() => renameItem({ item: { kind, id }, name }));
      if (result.ok) notify({ id: 'undo', title: words.documents.rename.done(result.name) });
      else notify({ title: done.notBack(1, name), text: result.message, isProblem: true });
    });
  }

  function trash(some: readonly Item[]): void {
    const finish = beginStep();
    startTransition(async () => {
      change({ ids: some.map((item) => item.id), gone: true });
      const result = await seeThrough(() => trashItems(some.map(refOf)));
      const gone = reportResults(some, result, done.notTrashed);
      const title = done.trashed(gone.length, first(gone));
      const jobId = result.ok ? result.work.jobId : '';
      finish(gone.length > 0 ? { title, undo: words.undo, onUndo: () => untrash(jobId, gone) } : null);
    });
  }

  function untrash(jobId: string, gone: readonly Item[]): void {
    startTransition(async () => {
      const back = reportResults(gone, await seeThrough(() => undoWork({ jobId })), done.notBack);
      if (back.length > 0) notify({ id: 'undo', title: done.back(back.length, first(back)) });
    });
  }

  function star(some: readonly Item[], starred: boolean): void {
    startTransition(async () => {
      change({ ids: some.map((item) => item.id), starred });
      const result = await runAction(() => starItems({ items: some.map(refOf), starred }));
      const set = reportResults(some, result, done.notStarred);
      if (set.length > 0) notify({ title: (starred ? done.starred : done.unstarred)(set.length, first(set)) });
    });
  }

  function switchCopies(document: DocumentItem): void {
    const forbidden = !document.copyForbidden;
    startTransition(async () => {
      const result = await runAction(() => setCopies({ documentId: document.id, forbidden }));
      const { copies } = words.documents;
      if (result.ok) notify({ title: (forbidden ? copies.forbidden : copies.allowed)(document.name) });
      else notify({ title: copies.failed(document.name), text: result.message, isProblem: true });
    });
  }

  return { shown, rename, trash, star, switchCopies };
}
