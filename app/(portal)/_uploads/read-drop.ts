'use client';

/** A file to upload, and the names of the folders that it lies in, from the outside to the inside. */
export type Dropped = { path: string[]; file: File } | { path: string[]; file: null };
/** All that was dropped or chosen, or why it is not taken: then nothing of it is. `name` says which one is meant. */
export type DropRead =
  | { ok: true; dropped: Dropped[] }
  | { ok: false; why: 'many' | 'deep' | 'unreadable'; name: string };

/** What goes up at a time: a folder that holds half the disk was dropped by mistake. */
export const mostFiles = 5_000;
export const mostFolders = 2_000;
const deepest = 50;

/**
 * What was dropped, with the folders. Must be called while the event is handled: afterwards a browser shows
 * nothing of it. An empty folder comes as a path without a file.
 */
export async function readDrop(transfer: DataTransfer): Promise<DropRead> {
  const items = [...transfer.items].filter((item) => item.kind === 'file');
  const entries = items.map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  if (entries.length === 0) return counted([...transfer.files].map((file) => ({ path: [], file })));
  const dropped: Dropped[] = [];
  try {
    for (const { entry, file } of entries) await readEntry(entry, file, [], dropped);
  } catch (error) {
    if (error instanceof NotTaken) return error.read;
    throw error;
  }
  return counted(dropped);
}

/** What was chosen as a folder: the browser tells each file's path. */
export function readChosen(files: readonly File[]): DropRead {
  return counted(
    files.map((file) => ({ path: file.webkitRelativePath.split('/').slice(0, -1).filter(Boolean), file })),
  );
}

class NotTaken extends Error {
  constructor(readonly read: DropRead) {
    super('not taken');
  }
}

function counted(dropped: Dropped[]): DropRead {
  const folders = new Set(dropped.map(({ path }) => path.join('/')));
  const isMany = dropped.length > mostFiles || folders.size > mostFolders;
  return isMany ? { ok: false, why: 'many', name: '' } : { ok: true, dropped };
}

async function readEntry(
  entry: FileSystemEntry | null,
  file: File | null,
  path: string[],
  found: Dropped[],
): Promise<void> {
  if (found.length > mostFiles) throw new NotTaken({ ok: false, why: 'many', name: '' });
  if (entry === null || entry.isFile) {
    const read = file ?? (entry === null ? null : await fileOf(entry as FileSystemFileEntry)); // isFile says so
    if (!read) throw new NotTaken({ ok: false, why: 'unreadable', name: entry?.name ?? '' });
    found.push({ path, file: read });
    return;
  }
  const inside = [...path, entry.name];
  if (inside.length > deepest) throw new NotTaken({ ok: false, why: 'deep', name: inside[0] ?? '' });
  const children = await childrenOf(entry as FileSystemDirectoryEntry); // what is no file is a directory
  if (children.length === 0) found.push({ path: inside, file: null });
  for (const child of children) await readEntry(child, null, inside, found);
}

function fileOf(entry: FileSystemFileEntry): Promise<File | null> {
  return new Promise((resolve) => entry.file(resolve, () => resolve(null)));
}

/** A directory is read in portions until one comes empty. */
async function childrenOf(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = directory.createReader();
  const all: FileSystemEntry[] = [];
  const refused = new NotTaken({ ok: false, why: 'unreadable', name: directory.name });
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, () => reject(refused)),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}
