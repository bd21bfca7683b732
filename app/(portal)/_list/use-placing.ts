'use client';

import { startTransition } from 'react';
import type { ActionResult } from '@/app/_actions/action-result';
import { runAction } from '@/app/_actions/run-action';
import { notify } from '@/app/_components/toast';
import { useMessages } from '@/app/_locale/messages-context';
import { useAskClash } from '../_clash/clash-provider';
import { type ClashChoice, settleClashes } from '../_clash/clash-question';
import { placeItems, trashItems } from './actions';
import type { ItemResult } from './for-each';
import { folderOf, type Item, refOf } from './item';
import { reportResults } from './report-results';
import { beginStep } from './undo';

export type Target = { id: string; name: string };
export type How = 'move' | 'copy';
type Choice = Exclude<ClashChoice, 'skip'>;

/** Moves and copies: first without touching what has the same names, then as the person decides about those. */
export function usePlacing() {
  const words = useMessages();
  const { done } = words.portal;
  const ask = useAskClash();

  function place(how: How, items: readonly Item[], target: Target): Promise<void> {
    const finish = beginStep();
    return new Promise((resolve) => {
      startTransition(async () => {
        finish(await placeAll(how, items, target));
        resolve();
      });
    });
  }

  /** @returns how it is taken back, null where that cannot be */
  async function placeAll(how: How, items: readonly Item[], target: Target) {
    const notDone = how === 'move' ? done.notMoved : done.notCopied;
    const first = await send(how, items, target, () => 'refuse');
    const clashing = items.filter((_, index) => isClash(first, index));
    const free = items.filter((_, index) => !isClash(first, index));
    const placed = reportResults(free, pick(first, items, free), notDone).map((item) => ({ item, choice: null }));
    const decided = await decide(how, clashing, target);
    const again = decided.map(({ item }) => item);
    const second = await send(
      how,
      again,
      target,
      (item) => decided.find((each) => each.item === item)?.choice ?? 'refuse',
    );
    const late = again.length > 0 ? reportResults(again, second, notDone) : [];
    const all = [...placed, ...decided.filter(({ item }) => late.includes(item))];
    if (all.length === 0) return null;
    const title = (how === 'move' ? done.moved : done.copied)(all.length, all[0]?.item.name ?? '', target.name);
    // What was replaced cannot be taken back here: its versions can.
    const undoable = all.filter(({ choice }) => choice !== 'replace').map(({ item }) => item);
    const made = idsOf(how, [first, items], [second, again]).filter(({ item }) => undoable.includes(item));
    if (made.length > 0) return { title, undo: words.undo, onUndo: () => takeBack(how, made) };
    notify({ title });
    return null;
  }

  async function decide(how: How, items: readonly Item[], target: Target) {
    const questions = items.map((item) => ({
      name: item.name,
      doing: how,
      into: target.name,
      canReplace: item.kind === 'document',
      modifiedAt: null,
    }));
    const choices = items.length > 0 ? await settleClashes(questions, ask) : [];
    return items.flatMap((item, index): { item: Item; choice: Choice }[] => {
      const choice = choices?.[index] ?? 'skip';
      return choice === 'skip' ? [] : [{ item, choice }];
    });
  }

  function takeBack(how: How, made: readonly { item: Item; id: string }[]): void {
    startTransition(async () => {
      const items = made.map(({ item }) => item);
      const result =
        how === 'copy'
          ? await runAction(() => trashItems(made.map(({ item, id }) => ({ kind: item.kind, id }))))
          : await runAction(() =>
              placeItems({
                how,
                items: items.map((item) => ({
                  ...refOf(item),
                  folderId: folderOf(item) ?? '',
                  onClash: 'keep-both' as const,
                })),
              }),
            );
      if (reportResults(items, result, done.notBack).length > 0) notify({ id: 'undo', title: done.undone });
    });
  }

  return place;
}

function send(
  how: How,
  items: readonly Item[],
  target: Target,
  onClash: (item: Item) => 'refuse' | Choice,
): Promise<ActionResult<{ results: ItemResult[] }>> {
  if (items.length === 0) return Promise.resolve({ ok: true, results: [] });
  const wishes = items.map((item) => ({ ...refOf(item), folderId: target.id, onClash: onClash(item) }));
  return runAction(() => placeItems({ how, items: wishes }));
}

function isClash(result: ActionResult<{ results: ItemResult[] }>, index: number): boolean {
  const one = result.ok ? result.results[index] : undefined;
  return one?.ok === false && one.code === 'name-taken';
}

/** The results of some of the items. */
function pick(result: ActionResult<{ results: ItemResult[] }>, all: readonly Item[], some: readonly Item[]) {
  if (!result.ok) return result;
  const places = new Set(some.map((item) => all.indexOf(item)));
  return { ...result, results: result.results.filter((_, index) => places.has(index)) };
}

/** What was made or moved, with the id that it has now. */
function idsOf(how: How, ...rounds: [ActionResult<{ results: ItemResult[] }>, readonly Item[]][]) {
  return rounds.flatMap(([result, items]) =>
    items.flatMap((item, index) => {
      const one = result.ok ? result.results[index] : undefined;
      return one?.ok ? [{ item, id: how === 'move' ? item.id : one.id }] : [];
    }),
  );
}
