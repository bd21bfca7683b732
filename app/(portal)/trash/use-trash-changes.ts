'use client';

import { startTransition, useOptimistic } from 'react';
import { notify } from '@/app/_components/toast';
import { useMessages } from '@/app/_locale/messages-context';
import { useAskClash } from '../_clash/clash-provider';
import { type ClashChoice, settleClashes } from '../_clash/clash-question';
import { untrashItems } from '../_list/actions';
import { type Item, refOf } from '../_list/item';
import { reportResults } from '../_list/report-results';
import { clashesIn } from '../_work/clashes-in';
import { seeThrough } from '../_work/see-through';
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
      const first = await seeThrough(() => untrashItems(some.map((item) => ({ ...refOf(item), onClash: 'refuse' }))));
      const clashing = clashesIn(first, some);
      const free = some.filter((item) => !clashing.includes(item));
      const back = [...reportResults(free, first, done.notBack), ...(await settle(clashing))];
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
    const result = await seeThrough(() => untrashItems(wish));
    return reportResults(
      decided.map(({ item }) => item),
      result,
      done.notBack,
    );
  }

  function destroy(some: readonly Item[]): void {
    startTransition(async () => {
      hide(some);
      const result = await seeThrough(() => deleteItems(some.map(refOf)));
      const gone = reportResults(some, result, words.trash.notDeleted);
      if (gone.length > 0) notify({ title: words.trash.deleted(gone.length, gone[0]?.name ?? '') });
    });
  }

  return { shown, restore, destroy };
}
