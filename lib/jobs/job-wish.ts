import type { OnClash } from '@/lib/folders/name-clash';
import type { Scope } from '@/lib/listings/listing-query';

export const jobVerbs = ['trash', 'untrash', 'delete', 'move', 'copy'] as const;
export type JobVerb = (typeof jobVerbs)[number];

export type ItemKind = 'document' | 'folder';

/** One thing that something is wished for. */
export type WishedItem = {
  kind: ItemKind;
  id: string;
  /** the folder that it is moved or copied into */
  toId?: string | null;
  /** what happens where its name is taken; keep-both where it is not said */
  onClash?: OnClash;
};

/** Everything that a list shows now, however much it is: its place and its filter. */
export type WishedList = {
  scope: Scope;
  /** documents of this kind only, and no folders */
  kind: string | null;
  toId?: string | null;
  onClash?: OnClash;
};

/** What a person wants done with many documents and folders. */
export type Wish = { verb: JobVerb } & ({ items: readonly WishedItem[] } | { list: WishedList });
