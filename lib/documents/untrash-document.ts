import { inTransaction } from '@/lib/db/in-transaction';
import { holdFoldersToRestoreInto, nowhereToRestore } from '@/lib/folders/hold-folders-to-restore-into';
import type { OnClash } from '@/lib/folders/name-clash';
import { resultOf } from '@/lib/shared/outcome';
import type { Actor } from '@/lib/users/actor';
import { replaceFromTrash } from './replace-from-trash';
import { requireDocument } from './require-document';
import { untrashDocuments } from './untrash-documents';

/**
 * Takes one document out of the trash, see {@link untrashDocuments}.
 * @param input.onClash keep-both where it is not said; with `replace` see {@link replaceFromTrash}
 * @returns its name; where it replaced another, that one's id too
 * @throws AppError `not-found`, `name-taken` (refuse), `lock-conflict` (replace)
 */
export async function untrashDocument(
  actor: Actor,
  { documentId, onClash = 'keep-both' }: { documentId: string; onClash?: OnClash },
): Promise<{ name: string; id?: string }> {
  const wish = { documentId, onClash: onClash === 'replace' ? 'refuse' : onClash } as const;
  const outcome = (await untrashDocuments(actor, { items: [wish] })).get(documentId);
  if (onClash !== 'replace' || outcome?.ok !== false || outcome.error.code !== 'name-taken') {
    return { name: resultOf(outcome).name };
  }
  const document = await requireDocument(actor, documentId, 'trash');
  const targets = await inTransaction((tx) => holdFoldersToRestoreInto(tx, [document], new Date()));
  const folderId = targets.get(documentId);
  if (folderId === undefined) throw nowhereToRestore();
  return replaceFromTrash(actor, document, folderId);
}
