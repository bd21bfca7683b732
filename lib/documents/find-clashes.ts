import { db } from '@/lib/db/db';
import { LoopTurns } from '@/lib/db/loop-turns';
import { requireFolder } from '@/lib/folders/require-folder';
import { foldName, makeNameLegal } from '@/lib/shared/file-names';
import { inChunks } from '@/lib/shared/in-chunks';
import { can } from '@/lib/shares/can';
import type { Actor } from '@/lib/users/actor';

/** A name that something in a folder has already. */
export type Clash = {
  /** as it was asked for */
  name: string;
  /** ISO 8601: when what is there was last changed */
  modifiedAt: string;
  /** whether the person may make a new version of what is there */
  canReplace: boolean;
};

/**
 * Which of some names documents in a folder have already, so that a person is asked before anything is sent.
 * Between the question and the answer the folder may change: whoever writes is told again.
 * @throws AppError `not-found`
 */
export async function findClashes(
  actor: Actor,
  input: { folderId: string; names: readonly string[] },
): Promise<Clash[]> {
  const folder = await requireFolder(actor, input.folderId, 'add');
  const turns = new LoopTurns(10);
  const keys = new Map<string, string>();
  for (const name of new Set(input.names)) {
    await turns.give();
    keys.set(name, foldName(makeNameLegal(name)));
  }
  const found = await inChunks([...new Set(keys.values())], (some) =>
    db().document.findMany({
      where: { folderId: folder.id, liveName: { in: some } },
      include: { grants: { where: { userId: actor.userId } } },
    }),
  );
  const byKey = new Map(found.flat().map((row) => [row.liveName, row]));
  return input.names.flatMap((name) => {
    const row = byKey.get(keys.get(name) ?? '');
    if (!row) return [];
    return [{ name, modifiedAt: row.modifiedAt.toISOString(), canReplace: can(actor, 'edit', row) }];
  });
}
