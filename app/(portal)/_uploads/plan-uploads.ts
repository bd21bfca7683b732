'use client';

import type { ActionResult } from '@/app/_actions/action-result';
import { runAction } from '@/app/_actions/run-action';
import { mostNamesOfPaths } from '@/lib/shared/most-names-of-paths';
import { type AskClash, settleClashes } from '../_clash/clash-question';
import { findUploadClashes, makeUploadFolders } from '../_list/folder-actions';
import type { Dropped } from './read-drop';
import type { Job } from './send-file';
import { type Placed, type Taken, uploadJobs, uploadQuestions } from './upload-jobs';

export type Destination = { folderId: string | null; name: string };
const portion = 250;
const namesOf = (path: readonly string[]) => path.length;
type Plan = ActionResult<{ jobs: Job[] }>;

/**
 * What to send where: makes the folders, finds the names that are taken and asks about them. Nothing is sent
 * before every question is answered.
 * @returns no jobs when the person cancelled or skipped everything
 */
export async function planUploads(dropped: readonly Dropped[], to: Destination, ask: AskClash): Promise<Plan> {
  const folders = await folderIdsOf(dropped, to.folderId);
  if (!folders.ok) return folders;
  const placed = dropped.flatMap(({ path, file }): Placed[] =>
    file ? [{ file, folderId: folders.ids.get(path.join('/')) ?? to.folderId, into: path.at(-1) ?? to.name }] : [],
  );
  const taken: Taken[] = [];
  for (const folderId of new Set(placed.map((each) => each.folderId))) {
    const here = placed.filter((each) => each.folderId === folderId);
    const names = [...new Set(here.map(({ file }) => file.name))];
    const clashes = await inPortions(names, (some) => findUploadClashes({ folderId, names: some }));
    if (!clashes.ok) return clashes;
    taken.push(...clashes.answers.flatMap((answer) => answer.clashes).map((clash) => ({ ...clash, folderId })));
  }
  const questions = uploadQuestions(placed, taken);
  const choices = await settleClashes(
    questions.map(({ question }) => question),
    ask,
  );
  return { ok: true, jobs: choices === null ? [] : uploadJobs(placed, questions, choices) };
}

/** The folder of each path, by the path joined with slashes. */
async function folderIdsOf(
  dropped: readonly Dropped[],
  folderId: string | null,
): Promise<ActionResult<{ ids: Map<string, string> }>> {
  const paths = new Map(dropped.filter(({ path }) => path.length > 0).map(({ path }) => [path.join('/'), path]));
  if (paths.size === 0) return { ok: true, ids: new Map() };
  const make = (some: string[][]) => makeUploadFolders({ folderId, paths: some });
  const made = await inPortions([...paths.values()], make, { sizeOf: namesOf, most: mostNamesOfPaths });
  if (!made.ok) return made;
  const ids = made.answers.flatMap((answer) => answer.folderIds);
  return { ok: true, ids: new Map([...paths.keys()].map((key, index) => [key, ids[index] ?? ''])) };
}

/** Next takes no more than a megabyte at a time, and the server no more names in paths than it says. */
async function inPortions<T, Done extends object>(
  all: readonly T[],
  ask: (some: T[]) => Promise<ActionResult<Done>>,
  { sizeOf, most }: { sizeOf: (one: T) => number; most: number } = { sizeOf: () => 1, most: portion },
): Promise<ActionResult<{ answers: Done[] }>> {
  const answers: Done[] = [];
  for (let at = 0; at < all.length; ) {
    let size = 0;
    const end = all.findIndex((one, index) => {
      size += index < at ? 0 : sizeOf(one);
      return index > at && (size > most || index - at === portion);
    });
    const some = all.slice(at, end < 0 ? undefined : end);
    const result = await runAction(() => ask(some));
    if (!result.ok) return result;
    answers.push(result);
    at += some.length;
  }
  return { ok: true, answers };
}
