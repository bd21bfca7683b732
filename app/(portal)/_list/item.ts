import type { ListedFolder } from '@/lib/listings/list-page';
import type { ListedDocument } from '@/lib/listings/listed-document';

export type FolderItem = ListedFolder & { kind: 'folder' };
export type DocumentItem = ListedDocument & { kind: 'document' };
/** One row of a list. */
export type Item = FolderItem | DocumentItem;

/** How an item is named to the server. */
export type ItemRef = { kind: Item['kind']; id: string };

export function refOf({ kind, id }: ItemRef): ItemRef {
  return { kind, id };
}

/** The rows of a page: folders first. */
export function itemsOf(page: { folders: ListedFolder[]; documents: ListedDocument[] }): Item[] {
  return [
    ...page.folders.map((folder): Item => ({ ...folder, kind: 'folder' })),
    ...page.documents.map((document): Item => ({ ...document, kind: 'document' })),
  ];
}

/** What can be done with an item. */
export function powersOf(item: Item) {
  if (item.kind === 'folder') {
    const { rename, trash } = item.rights;
    return { rename, move: rename, copy: true, trash };
  }
  const { rights } = item;
  const copy = rights.read && (item.isMine || !item.copyForbidden);
  return { rename: rights.rename, move: rights.trash, copy, trash: rights.trash };
}

/** Where an item lies; null where that is not known. */
export function folderOf(item: Item): string | null {
  return item.kind === 'folder' ? item.parentId : item.folderId;
}
