import type { Scope } from '@/lib/listings/listing-query';

/** A list of the portal, as its page and the browser know it. */
export type Place = {
  /** the address without its query */
  path: string;
  title: string;
  scope: Scope;
  /** the folders above, the root first */
  crumbs: { name: string; path: string; folderId: string }[];
};

/** The address of a folder's page. */
export function folderPath(folder: { id: string; isRoot: boolean }): string {
  return folder.isRoot ? '/documents' : `/folders/${folder.id}`;
}

/** Whether the person chooses how a place is sorted: Recent goes by the last visit. */
export function isSortable({ scope }: Pick<Place, 'scope'>): boolean {
  return scope.place !== 'recent';
}
