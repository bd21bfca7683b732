'use client';

import { ContextMenu } from '@base-ui/react/context-menu';
import { Menu } from '@base-ui/react/menu';
import { type KeyboardEvent, type SyntheticEvent, useMemo, useState } from 'react';
import { ContextMenuPopup, MenuPopup } from '@/app/_components/menu';
import { useMessages } from '@/app/_locale/messages-context';
import type { DocumentListing } from '@/lib/documents/document-listing';
import type { Conversions } from '@/lib/wopi/list-conversions';
import { NewMenu } from '../_shell/new-menu';
import { ActivityPanel } from './activity-panel';
import { DocumentHead } from './document-head';
import { DocumentMenu } from './document-menu';
import { DocumentRow } from './document-row';
import { moveInList } from './move-in-list';
import { RenameDialog } from './rename-dialog';
import type { Sort } from './sort-documents';
import { useDocumentChanges } from './use-document-changes';

type ListProps = { documents: DocumentListing[]; sort: Sort; personId: string; conversions: Conversions };

export function DocumentList({ documents, sort, personId, conversions }: ListProps) {
  const words = useMessages().documents;
  const { shown, isPending, rename, trash, switchCopies } = useDocumentChanges(documents);
  const [renaming, setRenaming] = useState<DocumentListing | null>(null);
  const [watched, setWatched] = useState<DocumentListing | null>(null);
  const [pointed, setPointed] = useState<DocumentListing | null>(null);
  const rowMenu = useMemo(() => Menu.createHandle<DocumentListing>(), []);

  const documentAt = (event: SyntheticEvent): DocumentListing | null => {
    const row = event.target instanceof Element ? event.target.closest('[data-document-id]') : null;
    return shown.find((document) => document.id === row?.getAttribute('data-document-id')) ?? null;
  };
  const menuFor = (document: DocumentListing | null | undefined) =>
    document ? (
      <DocumentMenu
        document={document}
        conversions={conversions}
        onRename={() => setRenaming(document)}
        onTrash={() => trash(document)}
        onActivity={() => setWatched(document)}
        onSwitchCopies={() => switchCopies(document)}
      />
    ) : null;

  function keyDown(event: KeyboardEvent) {
    const document = documentAt(event);
    if (!document || event.ctrlKey || event.metaKey || event.altKey) return;
    if (moveInList(event)) return;
    if (event.key === 'F2' && document.rights.rename) setRenaming(document);
    else if (event.key === 'Delete' && document.rights.trash) trash(document);
    else return;
    event.preventDefault();
  }

  return (
    <>
      <div className="list">
        <ContextMenu.Root>
          <table className="documents" aria-label={words.list}>
            <DocumentHead sort={sort} />
            <ContextMenu.Trigger
              render={<tbody />}
              onContextMenuCapture={(event) => setPointed(documentAt(event))}
              onTouchStartCapture={(event) => setPointed(documentAt(event))}
              onKeyDown={keyDown}
            >
              {shown.map((document) => (
                <DocumentRow
                  key={document.id}
                  document={document}
                  personId={personId}
                  conversions={conversions}
                  isPending={isPending(document.id)}
                  menu={rowMenu}
                />
              ))}
            </ContextMenu.Trigger>
          </table>
          <ContextMenuPopup>{menuFor(pointed)}</ContextMenuPopup>
        </ContextMenu.Root>
        <Menu.Root handle={rowMenu}>{({ payload }) => <MenuPopup align="end">{menuFor(payload)}</MenuPopup>}</Menu.Root>
      </div>
      <NewMenu floating />
      {renaming ? (
        <RenameDialog key={renaming.id} document={renaming} onRename={rename} onClose={() => setRenaming(null)} />
      ) : null}
      {watched ? <ActivityPanel key={watched.id} document={watched} onClose={() => setWatched(null)} /> : null}
    </>
  );
}
