'use client';

import { Copy, Download, FolderInput, Star, StarOff, Trash2, X } from 'lucide-react';
import { Button } from '@/app/_components/button';
import { useLocale, useMessages } from '@/app/_locale/messages-context';
import { formatLocale } from '@/lib/shared/messages/locale';
import { powersOf } from './item';
import { useListTools } from './list-context';
import { useDownload } from './use-download';
import type { How } from './use-placing';

/** Stands in for the tools while something is chosen. */
export function SelectionBar() {
  const { selection: words, menu } = useMessages().portal;
  const language = formatLocale[useLocale()];
  const { selection, total, choosePlace, star, trash, trashEverything, placeEverything } = useListTools();
  const { chosen, clear, isEverything } = selection;
  const count = (n: number) => n.toLocaleString(language);
  const isMore = total > chosen.length && selection.isWhole;
  const download = useDownload(chosen);
  const may = (power: 'move' | 'copy' | 'trash') => chosen.every((item) => powersOf(item)[power]);
  const place = (how: How) => (isEverything ? placeEverything(how) : choosePlace(how, chosen));
  const areStarred = chosen.every((item) => item.isStarred);
  return (
    <div className="head-tools selection-bar" role="toolbar" aria-label={words.bar}>
      <span className="selection-count" role="status">
        {isEverything ? words.countAll(count(total)) : words.count(chosen.length)}
      </span>
      {isMore && !isEverything ? (
        <Button look="quiet" onClick={selection.everything}>
          {words.everything(count(total))}
        </Button>
      ) : null}
      {may('move') ? <BarButton icon={FolderInput} label={words.move} onClick={() => place('move')} /> : null}
      {may('copy') ? <BarButton icon={Copy} label={words.copy} onClick={() => place('copy')} /> : null}
      {isEverything ? null : 'href' in download ? (
        <a className="btn" data-look="quiet" data-icon-only href={download.href} download title={words.download}>
          <Download className="icon" aria-hidden />
          <span className="sr-only">{words.download}</span>
        </a>
      ) : (
        <BarButton icon={Download} label={words.download} onClick={download.start} />
      )}
      {isEverything ? null : (
        <BarButton
          icon={areStarred ? StarOff : Star}
          label={areStarred ? menu.unstar : words.star}
          onClick={() => star(chosen, !areStarred)}
        />
      )}
      {may('trash') ? (
        <BarButton
          icon={Trash2}
          label={words.trash}
          onClick={() => {
            if (isEverything) trashEverything();
            else trash(chosen);
            clear();
          }}
        />
      ) : null}
      <BarButton icon={X} label={words.clear} onClick={clear} />
    </div>
  );
}

export function BarButton({ icon: Icon, label, onClick }: { icon: typeof X; label: string; onClick: () => void }) {
  return (
    <Button look="quiet" iconOnly aria-label={label} title={label} onClick={onClick}>
      <Icon className="icon" aria-hidden />
    </Button>
  );
}
