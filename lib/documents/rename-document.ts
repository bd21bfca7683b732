import { recordEvent } from '@/lib/audit/record-event';
import { inTransaction } from '@/lib/db/in-transaction';
import { isUniqueViolation } from '@/lib/db/is-unique-violation';
import { AppError } from '@/lib/errors';
import { lockConflict } from '@/lib/locks/lock-conflict';
import { currentLock, whereUnlocked } from '@/lib/locks/lock-state';
import { makeNameLegal, splitName } from '@/lib/shared/file-names';
import { documentNameColumns } from '@/lib/shared/name-columns';
import { withoutInvisible } from '@/lib/shared/without-invisible';
import type { Actor } from '@/lib/users/actor';
import { beingEdited } from './being-edited';
import { type DocumentRow, requireDocument } from './require-document';
import { withFreeName } from './with-free-name';

/**
 * Renames a document; its extension stays, and its content, `Version` and `LastModifiedTime` do not change.
 * @param input.name the new name, with or without the extension; repaired where it is not legal
 * @param input.claim who asks: a page, which is refused while the document is locked and told when the
 *   name is taken; or a WOPI client with its X-WOPI-Lock (null when absent), which gets a free name
 * @throws AppError `not-found`, `invalid-name`, `name-taken`, `being-edited` (page), `lock-conflict` (client)
 */
export async function renameDocument(
  actor: Actor,
  input: { documentId: string; name: string; claim: 'page' | { lockId: string | null } },
): Promise<{ name: string }> {
  const document = await requireDocument(actor, input.documentId, 'rename');
  const name = renamed(document.name, input.name);
  if (name === document.name) {
    checkLock(document, input.claim);
    return { name };
  }
  const write = (free: string) => setName(actor, document, free, input.claim);
  if (input.claim !== 'page') return withFreeName({ among: 'documents', folderId: document.folderId }, name, write);
  try {
    return await write(name);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError('name-taken', `There is a document called “${name}” already. Choose another name.`, { name });
  }
}

function renamed(oldName: string, wanted: string): string {
  const { extension } = splitName(oldName);
  const base = wanted.toLowerCase().endsWith(extension.toLowerCase())
    ? wanted.slice(0, wanted.length - extension.length)
    : wanted;
  if (withoutInvisible(base).trim() === '') throw new AppError('invalid-name', 'A document needs a name. Type one.');
  return makeNameLegal(base + extension);
}

async function setName(
  actor: Actor,
  document: DocumentRow,
  name: string,
  claim: 'page' | { lockId: string | null },
): Promise<{ name: string }> {
  const now = new Date();
  const mine = claim === 'page' || claim.lockId === null ? [] : [{ lockId: claim.lockId }];
  const done = await inTransaction(async (tx) => {
    const { count } = await tx.document.updateMany({
      where: { id: document.id, trashedAt: null, OR: [...whereUnlocked(now).OR, ...mine] },
      data: documentNameColumns(name),
    });
    if (count === 0) return false;
    await recordEvent(tx, {
      action: 'document.rename',
      outcome: 'done',
      actor,
      documentId: document.id,
      documentName: name,
      detail: { from: document.name },
    });
    return true;
  });
  if (done) return { name };
  checkLock(await requireDocument(actor, document.id, 'rename'), claim);
  return setName(actor, document, name, claim);
}

function checkLock(document: DocumentRow, claim: 'page' | { lockId: string | null }): void {
  const now = new Date();
  const lock = currentLock(document, now);
  if (lock === null) return;
  if (claim === 'page') throw beingEdited(document);
  if (claim.lockId !== lock) throw lockConflict(document, now);
}
