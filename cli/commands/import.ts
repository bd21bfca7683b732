import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { type Arguments, type Command, requiredOption, UsageError } from '@/cli/command';
import { actorOfEmail } from '@/cli/operator-actor';
import { createDocument } from '@/lib/documents/create-document';
import { AppError } from '@/lib/errors';
import { makePath } from '@/lib/folders/make-path';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import type { Actor } from '@/lib/users/actor';

/** Looks at a file before anything is imported, so that a wrong name stops the whole command. */
async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => null);
  if (!found) throw new AppError('invalid-request', `There is no file ${file}.`);
  if (!found.isFile()) throw new AppError('invalid-request', `${file} is not a file.`);
  return found.size;
}

/** The folder of a path below the person's own documents; undefined without a path. */
async function folderOf(actor: Actor, value: Arguments['values'][string]): Promise<string | undefined> {
  if (value === undefined) return undefined;
  const names = typeof value === 'string' ? value.split('/').map((name) => name.trim()) : [];
  const parts = names.filter((name) => name !== '');
  if (parts.length === 0) throw new UsageError('--folder needs a name, or several with slashes between them.');
  if (parts.some((name) => name === '.' || name === '..')) {
    throw new UsageError('--folder starts at the documents of the person: "." and ".." mean nothing there.');
  }
  const root = await ownRootFolder(actor);
  return (await makePath(actor, { parentId: root.id, path: parts })).id;
}

export const importCommand: Command = {
  usage: 'import FILE… --user EMAIL [--folder PATH]',
  summary: 'Puts files into the documents of a person.',
  details: [
    '--user EMAIL    whose documents they become',
    '--folder PATH   where they go, for example "Reports/2026"; what is missing of it is made',
  ],
  options: { user: { type: 'string' }, folder: { type: 'string' } },
  async run(args) {
    if (args.positionals.length === 0) throw new UsageError('FILE is missing.');
    const actor = await actorOfEmail(requiredOption(args, 'user'));
    const files: { file: string; size: number }[] = [];
    for (const name of args.positionals) {
      const file = path.resolve(args.from, name);
      files.push({ file, size: await sizeOf(file) });
    }
    const folderId = await folderOf(actor, args.values.folder);
    const imported: { id: string; name: string }[] = [];
    for (const { file, size } of files) {
      const body = Readable.toWeb(createReadStream(file, { highWaterMark: 256 * 1024 }));
      const { id, name } = await createDocument(actor, {
        folderId,
        name: path.basename(file),
        body: body as ReadableStream<Uint8Array>, // Node's own type of the same stream
        expectedBytes: size,
        origin: 'upload',
      });
      imported.push({ id, name });
    }
    return { json: imported, text: imported.map(({ id, name }) => `${id}  ${name}`) };
  },
};
