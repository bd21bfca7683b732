'use client';

import { startTransition, useOptimistic } from 'react';
import type { ActionResult } from '@/app/_actions/action-result';
import { runAction } from '@/app/_actions/run-action';
import { notify } from '@/app/_components/toast';
import { useMessages } from '@/app/_locale/messages-context';
import type { DocumentListing } from '@/lib/documents/document-listing';
import { renameDocument, switchCopies as setCopies, trashDocument, untrashDocument } from './actions';

type Change = { id: string; name: string } | { id: string; trashed: true };
type Shown = { documents: DocumentListing[]; pending: string[] };

function changed(shown: Shown, change: Change): Shown {
  const documents =
    'trashed' in change
      ? shown.documents.filter((document) => document.id !== change.id)
      : shown.documents.map((document) => (document.id === change.id ? { ...document, name: change.name } : document));
  return { documents, pending: [...shown.pending, change.id] };
}

/** What a person changes in the list: shown at once, taken back when the server refuses. */
export function useDocumentChanges(documents: DocumentListing[]) {
  const words = useMessages();
  const [shown, change] = useOptimistic<Shown, Change>({ documents, pending: [] }, changed);

  function rename(document: DocumentListing, name: string): Promise<ActionResult> {
    return new Promise((resolve) => {
      startTransition(async () => {
        change({ id: document.id, name });
        const result = await runAction(() => renameDocument({ documentId: document.id, name }));
        if (result.ok) notify({ title: words.documents.rename.done(result.name) });
        resolve(result);
      });
    });
  }

  function trash(document: DocumentListing): void {
    startTransition(async () => {
      change({ id: document.id, trashed: true });
      const result = await runAction(() => trashDocument({ documentId: document.id }));
      if (result.ok) {
        notify({
          title: words.documents.trash.done(document.name),
          action: { label: words.undo, onClick: () => untrash(document) },
        });
      } else {
        notify({ title: words.documents.trash.failed(document.name), text: result.message, isProblem: true });
      }
    });
  }

  function untrash(document: DocumentListing): void {
    startTransition(async () => {
      const result = await runAction(() => untrashDocument({ documentId: document.id }));
      if (result.ok) notify({ title: words.documents.trash.undone(result.name) });
      else notify({ title: words.documents.trash.undoFailed(document.name), text: result.message, isProblem: true });
    });
  }

  function switchCopies(document: DocumentListing): void {
    const forbidden = !document.copyForbidden;
    startTransition(async () => {
      const result = await runAction(() => setCopies({ documentId: document.id, forbidden }));
      const done = forbidden ? words.documents.copies.forbidden : words.documents.copies.allowed;
      if (result.ok) notify({ title: done(document.name) });
      else notify({ title: words.documents.copies.failed(document.name), text: result.message, isProblem: true });
    });
  }

  return { shown: shown.documents, isPending: (id: string) => shown.pending.includes(id), rename, trash, switchCopies };
}
