'use client';

import { startTransition, useOptimistic } from 'react';
import { runAction } from '@/app/_actions/run-action';
import { notify } from '@/app/_components/toast';
import { useMessages } from '@/app/_locale/messages-context';
import { useAskClash } from '../_clash/clash-provider';
import { type ClashChoice, settleClashes } from '../_clash/clash-question';
import { untrashItems } from '../_list/actions';
import { type Item, refOf } from '../_list/item';
import { reportResults } from '../_list/report-results';
import { deleteItems } from './actions';

type Choice = Exclude<ClashChoice, 'skip'>;

/** Taking things back, with a question about each whose name was taken meanwhile, and deleting them for ever. */
export function useTrashChanges(items: readonly Item[]) {
  const words = useMessages();
  const { done } = words.portal;
  const ask = useAskClash();
  const [shown, hide] = useOptimistic(items, (all, gone: readonly Item[]) =>
    all.filter((item) => !gone.some(({ id }) => id === item.id)),
  );

  function restore(some: readonly Item[]): void {
    startTransition(async () => {
      hide(some);
      const first = await runAction(() => untrashItems(some.map((item) => ({ ...refOf(item), onClash: 'refuse' }))));
      const isClash = (index: number) => {
        const one = first.ok ? first.results[index] : undefined;
        return one?.ok === false && one.code === 'name-taken';
      };
      const free = some.filter((_, index) => !isClash(index));
      const results = first.ok ? { ...first, results: first.results.filter((_, index) => !isClash(index)) } : first;
      const back = [
        ...reportResults(free, results, done.notBack),
        ...(await settle(some.filter((_, i) => isClash(i)))),
      ];
      if (back.length > 0) notify({ title: done.back(back.length, back[0]?.name ?? '') });
    });
  }

  async function settle(clashing: readonly Item[]): Promise<Item[]> {
    if (clashing.length === 0) return [];
    const questions = clashing.map((item) => ({
      name: item.name,
      doing: 'restore' as const,
      into: '',
      canReplace: item.kind === 'document',
      modifiedAt: null,
    }));
    const choices = await settleClashes(questions, ask);
    const decided = clashing.flatMap((item, index): { item: Item; onClash: Choice }[] => {
      const choice = choices?.[index] ?? 'skip';
      return choice === 'skip' ? [] : [{ item, onClash: choice }];
    });
    if (decided.length === 0) return [];
    const wish = decided.map(({ item, onClash }) => ({ ...refOf(item), onClash }));
    const result = await runAction(() => untrashItems(wish));
    return reportResults(
      decided.map(({ item }) => item),
      result,
      done.notBack,
    );
  }

  function destroy(some: readonly Item[]): void {
    startTransition(async () => {
      hide(some);
      const result = await runAction(() => deleteItems(some.map(refOf)));
      const gone = reportResults(some, result, words.trash.notDeleted);
      if (gone.length > 0) notify({ title: words.trash.deleted(gone.length, gone[0]?.name ?? '') });
    });
  }

  return { shown, restore, destroy };
}
