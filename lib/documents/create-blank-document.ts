import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { Actor } from '@/lib/users/actor';
import { createDocument } from './create-document';
import { blankTemplate, type TemplateKind } from './templates/blank-template';

/**
 * Makes a new document from the blank template of a kind. The extension is the template's.
 * @param input.name with or without the extension
 * @throws as {@link createDocument}
 */
export async function createBlankDocument(
  actor: Actor,
  input: { kind: TemplateKind; name: string },
): Promise<{ id: string; name: string }> {
  const { path, extension } = blankTemplate(input.kind);
  const base = input.name.trim();
  const name = base.toLowerCase().endsWith(extension) ? base : base + extension;
  // Node types this stream as its own ReadableStream; it is the web's.
  const body = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
  return createDocument(actor, { name, body, origin: 'new' });
}
