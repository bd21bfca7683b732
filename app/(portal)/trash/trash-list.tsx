'use client';

import { RotateCcw, Trash2, X } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import { AskDialog } from '@/app/_components/ask-dialog';
import { Button } from '@/app/_components/button';
import { FileTile, KindTile } from '@/app/_components/file-tile';
import { When } from '@/app/_components/when';
import { useLocale, useMessages } from '@/app/_locale/messages-context';
import { formatBytes } from '@/lib/shared/format-bytes';
import { formatLocale } from '@/lib/shared/messages/locale';
import type { Item } from '../_list/item';
import { BarButton } from '../_list/selection-bar';
import { useSelection } from '../_list/use-selection';
import { EmptyTrash } from './empty-trash';
import { useTrashChanges } from './use-trash-changes';

type TrashListProps = { items: Item[]; all: number };

/** What is in the trash, the last first: it is taken back, or deleted for ever after a question. */
export function TrashList({ items, all }: TrashListProps) {
  const { trash: words, portal } = useMessages();
  const { shown, restore, destroy } = useTrashChanges(items);
  const selection = useSelection(shown);
  const [asked, setAsked] = useState<readonly Item[]>([]);
  const [first] = asked;

  function keyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && selection.count > 0) selection.clear();
    else if (event.key === 'Delete' && selection.count > 0) setAsked(selection.chosen);
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) selection.all();
    else return;
    event.preventDefault();
  }

  return (
    <>
      <header className="head">
        <h1 className="head-words">{words.title}</h1>
        {selection.count > 0 ? (
          <div className="head-tools selection-bar" role="toolbar" aria-label={portal.selection.bar}>
            <span className="selection-count" role="status">
              {portal.selection.count(selection.count)}
            </span>
            <BarButton icon={RotateCcw} label={portal.selection.restore} onClick={() => restore(selection.chosen)} />
            <BarButton icon={Trash2} label={portal.selection.destroy} onClick={() => setAsked(selection.chosen)} />
            <BarButton icon={X} label={portal.selection.clear} onClick={selection.clear} />
          </div>
        ) : (
          <div className="head-tools">
            <EmptyTrash all={all} />
          </div>
        )}
      </header>
      <p className="list-note">{words.note}</p>
      <div className="list" data-choosing={selection.count > 0 || undefined}>
        <table className="documents" data-trash aria-label={words.list} onKeyDown={keyDown}>
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
              <TrashRow
                key={item.id}
                item={item}
                isChosen={selection.has(item.id)}
                onChoose={(isRange) => (isRange ? selection.extend(item.id) : selection.toggle(item.id))}
                onRestore={() => restore([item])}
                onDelete={() => setAsked([item])}
              />
            ))}
          </tbody>
        </table>
      </div>
      {first ? (
        <AskDialog
          title={asked.length > 1 ? words.ask.titleMany(asked.length) : words.ask.title(first.name)}
          text={words.ask.text}
          submit={words.ask.submit}
          isWorking={false}
          onSubmit={() => {
            setAsked([]);
            destroy(asked);
          }}
          onClose={() => setAsked([])}
        />
      ) : null}
    </>
  );
}

type RowProps = {
  item: Item;
  isChosen: boolean;
  onChoose: (isRange: boolean) => void;
  onRestore: () => void;
  onDelete: () => void;
};

function TrashRow({ item, isChosen, onChoose, onRestore, onDelete }: RowProps) {
  const { trash: words, portal } = useMessages();
  const locale = formatLocale[useLocale()];
  const size = item.kind === 'folder' ? words.folder : formatBytes(item.size, locale);
  const trashedAt = item.trashedAt ?? '';
  function choose(event: MouseEvent) {
    if (event.shiftKey) event.preventDefault();
    onChoose(event.shiftKey);
  }
  return (
    <tr className="document" data-selected={isChosen || undefined}>
      <td>
        <div className="cell-name">
          <span className="pick">
            {item.kind === 'folder' ? <KindTile kind="folder" /> : <FileTile name={item.name} />}
            <input
              type="checkbox"
              aria-label={portal.list.select(item.name)}
              checked={isChosen}
              onClick={choose}
              readOnly
            />
          </span>
          <span className="document-name" title={item.name}>
            {item.name}
          </span>
          <p className="document-line">
            <When iso={trashedAt} /> · {size}
          </p>
        </div>
      </td>
      <td className="cell-modified">
        <When iso={trashedAt} />
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
