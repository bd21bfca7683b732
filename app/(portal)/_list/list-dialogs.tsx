'use client';

import { useRouter } from 'next/navigation';
import type { ActionResult } from '@/app/_actions/action-result';
import { VersionsPanel } from '@/app/_versions/versions-panel';
import { DetailsPanel } from './details-panel';
import { EndEditing } from './end-editing';
import type { DocumentItem, Item } from './item';
import type { Place } from './place';
import { PlaceDialog } from './place-dialog';
import { RenameDialog } from './rename-dialog';
import type { How, Target } from './use-placing';

/** What lies over a list. */
export type ListDialog =
  | { show: 'rename' | 'details' | 'versions'; item: Item }
  | { show: 'end-editing'; document: DocumentItem }
  /** `all`: the whole list is meant, which has so much */
  | { show: 'place'; how: How; items: readonly Item[]; all?: number };

type ListDialogsProps = {
  dialog: ListDialog | null;
  place: Place;
  onRename: (item: Item, name: string) => Promise<ActionResult>;
  onPlace: (how: How, items: readonly Item[], target: Target) => Promise<void>;
  onPlaceEverything: (how: How, target: Target) => void;
  onPlaced: () => void;
  onEndEditing: (document: DocumentItem) => void;
  onClose: () => void;
};

export function ListDialogs({
  dialog,
  place,
  onRename,
  onPlace,
  onPlaced,
  onEndEditing,
  onClose,
  ...more
}: ListDialogsProps) {
  const router = useRouter();
  switch (dialog?.show) {
    case 'rename':
      return <RenameDialog key={dialog.item.id} item={dialog.item} onRename={onRename} onClose={onClose} />;
    case 'versions':
      return dialog.item.kind === 'document' ? (
        <VersionsPanel
          key={dialog.item.id}
          document={dialog.item}
          canRestore={dialog.item.rights.edit}
          onClose={onClose}
          onRestored={() => router.refresh()}
        />
      ) : null;
    case 'details':
      return <DetailsPanel key={dialog.item.id} item={dialog.item} onEndEditing={onEndEditing} onClose={onClose} />;
    case 'end-editing':
      return <EndEditing document={dialog.document} onClose={onClose} />;
    case 'place':
      return (
        <PlaceDialog
          how={dialog.how}
          items={dialog.items}
          count={dialog.all ?? dialog.items.length}
          start={place.scope.place === 'folder' ? place.scope.folderId : null}
          onClose={onClose}
          onChoose={(target) => {
            onClose();
            onPlaced();
            if (dialog.all === undefined) onPlace(dialog.how, dialog.items, target);
            else more.onPlaceEverything(dialog.how, target);
          }}
        />
      );
    default:
      return null;
  }
}
