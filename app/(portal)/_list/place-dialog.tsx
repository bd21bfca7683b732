'use client';

import { ChevronRight, FolderPlus } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { runAction } from '@/app/_actions/run-action';
import { Button } from '@/app/_components/button';
import { Dialog } from '@/app/_components/dialog';
import { KindTile } from '@/app/_components/file-tile';
import { useMessages } from '@/app/_locale/messages-context';
import type { Subfolders } from '@/lib/folders/list-subfolders';
import { browseFolder } from './folder-actions';
import { folderOf, type Item } from './item';
import { NewFolderForm } from './new-folder-form';
import type { How, Target } from './use-placing';

type PlaceDialogProps = {
  how: How;
  items: readonly Item[];
  /** how many are meant: more than the items where a whole list is */
  count: number;
  /** the folder to begin in; null for the root */
  start: string | null;
  onChoose: (target: Target) => void;
  onClose: () => void;
};

/** Chooses a folder to move or copy to. Arrow keys go along the folders, Enter goes in, Backspace out. */
export function PlaceDialog({ how, items, count, start, onChoose, onClose }: PlaceDialogProps) {
  const { portal, documents, ...words } = useMessages();
  const [folderId, setFolderId] = useState(start);
  const [seen, setSeen] = useState<Subfolders | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isNaming, setNaming] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    let isOld = false;
    runAction(() => browseFolder(folderId)).then((result) => {
      if (isOld) return;
      setProblem(result.ok ? null : result.message);
      if (!result.ok) return;
      setSeen(result);
      list.current?.focus();
    });
    return () => {
      isOld = true;
    };
  }, [folderId]);

  const here = seen?.path.at(-1);
  const nameOf = (folder: { name: string; isRoot: boolean }) => (folder.isRoot ? documents.title : folder.name);
  const moved = new Set(items.map(({ id }) => id));
  const isSame = how === 'move' && here !== undefined && items.every((item) => folderOf(item) === here.id);

  function keyDown(event: KeyboardEvent) {
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('button:not(:disabled)') ?? [])];
    const at = buttons.findIndex((button) => button.matches(':focus'));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    const above = seen?.path.at(-2);
    if (to !== undefined) buttons[Math.max(0, Math.min(buttons.length - 1, to))]?.focus();
    else if (event.key === 'Backspace' && above) setFolderId(above.id);
    else return;
    event.preventDefault();
  }

  const title = (how === 'move' ? portal.place.moveTitle : portal.place.copyTitle)(count, items[0]?.name ?? '');
  return (
    <Dialog open onClose={onClose} title={title} description={portal.place.where} initialFocus={list}>
      <nav aria-label={portal.places.path}>
        <ol className="crumbs place-path">
          {seen?.path.map((folder, index) => (
            <li key={folder.id}>
              <button
                type="button"
                aria-current={index === seen.path.length - 1 ? 'true' : undefined}
                onClick={() => setFolderId(folder.id)}
              >
                {nameOf(folder)}
              </button>
              {index < seen.path.length - 1 ? <ChevronRight className="icon" aria-hidden /> : null}
            </li>
          ))}
        </ol>
      </nav>
      <ul
        ref={list}
        className="places"
        aria-label={portal.place.folders}
        aria-busy={seen === null && problem === null}
        tabIndex={-1}
        onKeyDown={keyDown}
      >
        {seen === null && problem === null ? <li className="muted place-note">{portal.place.loading}</li> : null}
        {seen?.folders.length === 0 ? <li className="muted place-note">{portal.place.none}</li> : null}
        {seen?.folders.map((folder) => (
          <li key={folder.id}>
            <button type="button" disabled={moved.has(folder.id)} onClick={() => setFolderId(folder.id)}>
              <KindTile kind="folder" />
              <span>{folder.name}</span>
              <ChevronRight className="icon" aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      <div role="alert">{problem ? <p className="problem">{problem}</p> : null}</div>
      {isNaming ? (
        <NewFolderForm parentId={here?.id ?? null} onMade={setFolderId} onEnd={() => setNaming(false)} />
      ) : null}
      <div className="dialog-buttons">
        {isNaming ? null : (
          <Button look="quiet" className="first-button" onClick={() => setNaming(true)} disabled={!here}>
            <FolderPlus className="icon" aria-hidden />
            {portal.place.newFolder}
          </Button>
        )}
        <Button onClick={onClose}>{words.cancel}</Button>
        <Button
          look="primary"
          disabled={!here || isSame}
          onClick={() => (here ? onChoose({ id: here.id, name: nameOf(here) }) : undefined)}
        >
          {how === 'move' ? portal.place.moveHere : portal.place.copyHere}
        </Button>
      </div>
    </Dialog>
  );
}
