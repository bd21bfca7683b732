import type { Content } from '@/lib/documents/read-content';
import { isAppError } from '@/lib/errors';
import { versionFileName } from '@/lib/shared/file-names';
import { storage } from '@/lib/storage/open-storage';
import type { Actor } from '@/lib/users/actor';
import { requireVersion, type WhichVersion } from './require-version';

/**
 * Opens the content of one version of a document, under the name "name (version 3).docx".
 * @throws AppError `not-found`, `content-missing`
 */
export async function readVersion(
  actor: Actor,
  input: { documentId: string } & WhichVersion,
): Promise<Content & { documentName: string }> {
  for (let tried: string | null = null; ; ) {
    const { document, version } = await requireVersion(actor, input);
    try {
      const body = await storage().get(version.storageKey);
      const name = versionFileName(document.name, version.number);
      return { name, documentName: document.name, size: Number(version.size), version: version.number, body };
    } catch (error) {
      // An autosave may have folded into the current version, and the bytes of before been cleared away.
      if (!isAppError(error) || error.code !== 'content-missing' || tried === version.storageKey) throw error;
      tried = version.storageKey;
    }
  }
}
