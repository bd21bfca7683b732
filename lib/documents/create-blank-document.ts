import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { makeNameLegal } from '@/lib/shared/file-names';
import type { Actor } from '@/lib/users/actor';
import { createDocument } from './create-document';
import { blankTemplate, type TemplateKind } from './templates/blank-template';

/** Texts begin empty. */
const texts = { text: '.txt', markdown: '.md' } as const;

/**
 * Makes a new document from the blank template of a kind, or an empty text. The extension is the template's.
 * @param input.name with or without the extension
 * @param input.folderId where; without it the person's own root folder
 * @throws as {@link createDocument}
 */
export async function createBlankDocument(
  actor: Actor,
  input: { kind: TemplateKind | keyof typeof texts; name: string; folderId?: string | undefined },
): Promise<{ id: string; name: string }> {
  const { kind } = input;
  const { path, extension } =
    kind === 'text' || kind === 'markdown' ? { path: null, extension: texts[kind] } : blankTemplate(kind);
  const wanted = input.name.trim();
  const hasExtension = wanted.toLowerCase().endsWith(extension);
  const name = makeNameLegal(hasExtension ? wanted.slice(0, -extension.length) : wanted) + extension;
  // Node types this stream as its own ReadableStream; it is the web's.
  const body = path === null ? null : (Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>);
  return createDocument(actor, { folderId: input.folderId, name, body, origin: 'new' });
}
