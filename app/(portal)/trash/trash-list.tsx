'use client';

import { Folder, RotateCcw, Trash2 } from 'lucide-react';
import { startTransition, useOptimistic, useState } from 'react';
import { runAction } from '@/app/_actions/run-action';
import { Button } from '@/app/_components/button';
import { FileTile } from '@/app/_components/file-tile';
import { notify } from '@/app/_components/toast';
import { When } from '@/app/_components/when';
import { useLocale, useMessages } from '@/app/_locale/messages-context';
import type { ListedFolder } from '@/lib/listings/list-page';
import type { ListedDocument } from '@/lib/listings/listed-document';
import { formatBytes } from '@/lib/shared/format-bytes';
import { formatLocale } from '@/lib/shared/messages/locale';
import { deleteItem, restoreItem } from './actions';
import { AskDialog } from './ask-dialog';

type TrashItem = { kind: 'document' | 'folder'; id: string; name: string; trashedAt: string; size: number | null };

/** What is in the trash, the last first: it is taken back, or deleted for ever after a question. */
export function TrashList({ folders, documents }: { folders: ListedFolder[]; documents: ListedDocument[] }) {
  const words = useMessages().trash;
  const items = [
    ...folders.map((each): TrashItem => ({ ...toItem(each), kind: 'folder', size: null })),
    ...documents.map((each): TrashItem => ({ ...toItem(each), kind: 'document', size: each.size })),
  ];
  const [shown, hide] = useOptimistic(items, (all, gone: TrashItem) => all.filter((each) => each.id !== gone.id));
  const [asked, setAsked] = useState<TrashItem | null>(null);

  function restore(item: TrashItem) {
    startTransition(async () => {
      hide(item);
      const result = await runAction(() => restoreItem({ kind: item.kind, id: item.id }));
      if (result.ok) notify({ title: words.restored(result.name) });
      else notify({ title: words.restoreFailed(item.name), text: result.message, isProblem: true });
    });
  }

  function destroy(item: TrashItem) {
    setAsked(null);
    startTransition(async () => {
      hide(item);
      const result = await runAction(() => deleteItem({ kind: item.kind, id: item.id }));
      if (result.ok) notify({ title: words.deleted(item.name) });
      else notify({ title: words.deleteFailed(item.name), text: result.message, isProblem: true });
    });
  }

  return (
    <>
      <div className="list">
        <table className="documents" data-trash aria-label={words.list}>
          <thead>
            <tr>
              <th scope="col">{words.columns.name}</th>
              <th scope="col" className="col-modified">
                {words.columns.deleted}
              </th>
              <th scope="col" className="col-size">
                {words.columns.size}
              </th>
              <th scope="col" className="col-actions">
                <span className="sr-only">{words.columns.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((item) => (
              <TrashRow key={item.id} item={item} onRestore={() => restore(item)} onDelete={() => setAsked(item)} />
            ))}
          </tbody>
        </table>
      </div>
      {asked ? (
        <AskDialog
          title={words.ask.title(asked.name)}
          text={words.ask.text}
          submit={words.ask.submit}
          isWorking={false}
          onSubmit={() => destroy(asked)}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </>
  );
}

type RowProps = { item: TrashItem; onRestore: () => void; onDelete: () => void };

function TrashRow({ item, onRestore, onDelete }: RowProps) {
  const words = useMessages().trash;
  const locale = formatLocale[useLocale()];
  const size = item.size === null ? words.folder : formatBytes(item.size, locale);
  return (
    <tr className="document">
      <td>
        <div className="cell-name">
          {item.kind === 'folder' ? (
            <span className="tile" data-kind="other" aria-hidden>
              <Folder className="icon" />
            </span>
          ) : (
            <FileTile name={item.name} />
          )}
          <span className="document-name" title={item.name}>
            {item.name}
          </span>
          <p className="document-line">
            <When iso={item.trashedAt} /> · {size}
          </p>
        </div>
      </td>
      <td className="cell-modified">
        <When iso={item.trashedAt} />
      </td>
      <td className="cell-size">{size}</td>
      <td className="cell-actions">
        <Button look="quiet" iconOnly aria-label={words.restoreOf(item.name)} title={words.restore} onClick={onRestore}>
          <RotateCcw className="icon" aria-hidden />
        </Button>
        <Button
          look="quiet"
          iconOnly
          aria-label={words.deleteOf(item.name)}
          title={words.ask.submit}
          onClick={onDelete}
        >
          <Trash2 className="icon" aria-hidden />
        </Button>
      </td>
    </tr>
  );
}

function toItem({ id, name, trashedAt }: { id: string; name: string; trashedAt: string | null }) {
  return { id, name, trashedAt: trashedAt ?? '' };
}
