'use client';

/** A file to upload, and the names of the folders that it lies in, from the outside to the inside. */
export type Dropped = { path: string[]; file: File } | { path: string[]; file: null };

/** How deep and how many: a folder that holds half the disk was dropped by mistake. */
const deepest = 50;
const mostFiles = 5_000;

/**
 * What was dropped, with the folders. Must be called while the event is handled: afterwards a browser shows
 * nothing of it. An empty folder comes as a path without a file.
 */
export function readDrop(transfer: DataTransfer): Promise<Dropped[]> {
  const items = [...transfer.items].filter((item) => item.kind === 'file');
  const entries = items.map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const plain = [...transfer.files];
  return entries.length === 0
    ? Promise.resolve(plain.map((file) => ({ path: [], file })))
    : readAll(
        entries.map(
          ({ entry, file }) =>
            () =>
              readEntry(entry, file, []),
        ),
      );
}

/** What was chosen as a folder: the browser tells each file's path. */
export function readChosen(files: readonly File[]): Dropped[] {
  return files.map((file) => ({ path: file.webkitRelativePath.split('/').slice(0, -1).filter(Boolean), file }));
}

async function readAll(readers: (() => Promise<Dropped[]>)[]): Promise<Dropped[]> {
  const found: Dropped[] = [];
  for (const read of readers) {
    found.push(...(await read()));
    if (found.length >= mostFiles) break;
  }
  return found.slice(0, mostFiles);
}

async function readEntry(entry: FileSystemEntry | null, file: File | null, path: string[]): Promise<Dropped[]> {
  if (entry === null || entry.isFile) {
    const read = file ?? (entry === null ? null : await fileOf(entry as FileSystemFileEntry)); // isFile says so
    return read ? [{ path, file: read }] : [];
  }
  const inside = [...path, entry.name];
  if (inside.length > deepest) return [];
  const children = await childrenOf(entry as FileSystemDirectoryEntry); // what is no file is a directory
  if (children.length === 0) return [{ path: inside, file: null }];
  return readAll(children.map((child) => () => readEntry(child, null, inside)));
}

function fileOf(entry: FileSystemFileEntry): Promise<File | null> {
  return new Promise((resolve) => entry.file(resolve, () => resolve(null)));
}

/** A directory is read in portions until one comes empty. */
async function childrenOf(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = directory.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (some.length === 0) return all;
    all.push(...some);
  }
}
