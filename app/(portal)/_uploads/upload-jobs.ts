import { foldName, makeNameLegal } from '@/lib/shared/file-names';
import type { ClashChoice, ClashQuestion } from '../_clash/clash-question';
import type { Job } from './send-file';

/** A file that goes up. */
type Sendable = { name: string };
/** A file and the folder that it goes into, null for the person's own root; `into` is the folder's name. */
export type Placed<F extends Sendable = File> = { file: F; folderId: string | null; into: string };
/** A name that is taken in a folder. */
export type Taken = { folderId: string | null; name: string; modifiedAt: string; canReplace: boolean };
/** A question about the file at a place of the list. */
export type UploadQuestion = { index: number; question: ClashQuestion };

/** What has to be asked before files go up: once for each file whose name is taken. */
export function uploadQuestions(placed: readonly Placed<Sendable>[], taken: readonly Taken[]): UploadQuestion[] {
  return taken.flatMap(({ folderId, name, modifiedAt, canReplace }) =>
    placed.flatMap((each, index) =>
      each.folderId === folderId && each.file.name === name
        ? [{ index, question: { name, doing: 'upload' as const, into: each.into, canReplace, modifiedAt } }]
        : [],
    ),
  );
}

/** What goes up in the end, when each question has its answer. */
export function uploadJobs<F extends Sendable>(
  placed: readonly Placed<F>[],
  questions: readonly UploadQuestion[],
  choices: readonly ClashChoice[],
): Job<F>[] {
  const taken = new Set<string>();
  return placed.flatMap(({ file, folderId }, index): Job<F>[] => {
    const asked = questions.findIndex((each) => each.index === index);
    // Two files of one name in one go both stay, also where two names of theirs are one here.
    const place = `${folderId} ${foldName(makeNameLegal(file.name))}`;
    const choice = choices[asked] ?? (taken.has(place) ? 'keep-both' : 'refuse');
    taken.add(place);
    return choice === 'skip' ? [] : [{ file, folderId, place, onClash: choice }];
  });
}
