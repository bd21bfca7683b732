'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import type { ActionResult } from '@/app/_actions/action-result';
import { answerAction } from '@/app/_actions/answer-action';
import { readInput } from '@/app/_actions/read-input';
import { actorOfAction } from '@/lib/auth/actor-of-action';
import { type Clash, findClashes } from '@/lib/documents/find-clashes';
import { createFolder } from '@/lib/folders/create-folder';
import { listSubfolders, type Subfolders } from '@/lib/folders/list-subfolders';
import { makePaths } from '@/lib/folders/make-paths';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import { makeNameLegal } from '@/lib/shared/file-names';
import { mostNamesOfPaths } from '@/lib/shared/most-names-of-paths';
import type { Actor } from '@/lib/users/actor';

/** Null: the person's own root folder. */
const folderId = z.string().max(100).nullable();
const name = z.string().min(1).max(1000);
const newInput = z.object({ folderId, name });
const paths = z
  .array(z.array(name).max(100))
  .max(2000)
  .refine((all) => all.reduce((sum, path) => sum + path.length, 0) <= mostNamesOfPaths);
const pathsInput = z.object({ folderId, paths });
const clashInput = z.object({ folderId, names: z.array(name).max(5000) });

async function idOf(actor: Actor, wanted: string | null): Promise<string> {
  return wanted ?? (await ownRootFolder(actor)).id;
}

export async function newFolder(input: z.infer<typeof newInput>): Promise<ActionResult<{ id: string; name: string }>> {
  return answerAction(async () => {
    const actor = await actorOfAction();
    const wanted = readInput(newInput, input);
    const parentId = await idOf(actor, wanted.folderId);
    const made = await createFolder(actor, { parentId, name: makeNameLegal(wanted.name), mode: 'specific' });
    refresh();
    return made;
  });
}

/** The folders to choose from in a folder. */
export async function browseFolder(input: z.infer<typeof folderId>): Promise<ActionResult<Subfolders>> {
  return answerAction(async () => {
    const actor = await actorOfAction();
    return listSubfolders(actor, { folderId: await idOf(actor, readInput(folderId, input)) });
  });
}

/** Makes the folders of an upload. @returns the ids in the order of the paths */
export async function makeUploadFolders(
  input: z.infer<typeof pathsInput>,
): Promise<ActionResult<{ folderIds: string[] }>> {
  return answerAction(async () => {
    const actor = await actorOfAction();
    const { folderId: wanted, paths } = readInput(pathsInput, input);
    const parentId = await idOf(actor, wanted);
    const folderIds = await makePaths(actor, { parentId, paths });
    refresh();
    return { folderIds };
  });
}

/** Which names of an upload are taken in its folder, and how the folder is called. */
export async function findUploadClashes(
  input: z.infer<typeof clashInput>,
): Promise<ActionResult<{ clashes: Clash[] }>> {
  return answerAction(async () => {
    const actor = await actorOfAction();
    const { folderId: wanted, names } = readInput(clashInput, input);
    return { clashes: await findClashes(actor, { folderId: await idOf(actor, wanted), names }) };
  });
}
