'use client';

import { startTransition } from 'react';
import { notify } from '@/app/_components/toast';
import { useMessages } from '@/app/_locale/messages-context';
import { useAskClash } from '../_clash/clash-provider';
import { type ClashChoice, settleClashes } from '../_clash/clash-question';
import { undoWork } from '../_work/actions';
import { clashesIn } from '../_work/clashes-in';
import { seeThrough } from '../_work/see-through';
import type { WorkResult } from '../_work/work-answer';
import { placeItems } from './actions';
import { type Item, refOf } from './item';
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
    const clashing = clashesIn(first, items);
    const free = items.filter((item) => !clashing.includes(item));
    const placed = reportResults(free, first, notDone);
    const decided = await decide(how, clashing, target);
    const again = decided.map(({ item }) => item);
    const choiceOf = (item: Item) => decided.find((each) => each.item === item)?.choice ?? 'refuse';
    const second = again.length > 0 ? await send(how, again, target, choiceOf) : null;
    const late = second ? reportResults(again, second, notDone) : [];
    const all = [...placed, ...late];
    if (all.length === 0) return null;
    const title = (how === 'move' ? done.moved : done.copied)(all.length, all[0]?.name ?? '', target.name);
    // What was replaced cannot be taken back here: its versions can.
    const undoable = all.filter((item) => choiceOf(item) !== 'replace');
    if (undoable.length > 0)
      return { title, undo: words.undo, onUndo: () => takeBack(second ? [first, second] : [first], undoable) };
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

  function takeBack(rounds: readonly WorkResult[], items: readonly Item[]): void {
    startTransition(async () => {
      let isUndone = false;
      for (const round of rounds) {
        if (!round.ok) continue;
        // A copy is taken back under its own id.
        const nameOf = new Map(
          round.results.flatMap((one): [string, string][] => {
            const item = items.find(({ id }) => id === one.itemId);
            return one.ok && item ? [[one.id, item.name]] : [];
          }),
        );
        const result = await seeThrough(() => undoWork({ jobId: round.work.jobId }));
        const ids = result.ok ? result.results.map(({ itemId }) => itemId) : [...nameOf.keys()];
        const named = ids.map((id) => ({ id, name: nameOf.get(id) ?? '' }));
        if (reportResults(named, result, done.notBack).length > 0) isUndone = true;
      }
      if (isUndone) notify({ id: 'undo', title: done.undone });
    });
  }

  return place;
}

function send(
  how: How,
  items: readonly Item[],
  target: Target,
  onClash: (item: Item) => 'refuse' | Choice,
): Promise<WorkResult> {
  const wishes = items.map((item) => ({ ...refOf(item), folderId: target.id, onClash: onClash(item) }));
  return seeThrough(() => placeItems({ how, items: wishes }));
}
