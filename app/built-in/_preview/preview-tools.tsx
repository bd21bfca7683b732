import { ChevronLeft, ChevronRight, type LucideIcon, Minus, Plus } from 'lucide-react';
import { Button } from '@/app/_components/button';
import { useMessages } from '@/app/_locale/messages-context';
import type { ToSandbox, ViewState } from '@/app/built-in/_sandbox/messages';
import type { PreviewKind } from '@/lib/shared/built-in-types';
import { PageField } from './page-field';

type PreviewToolsProps = { view: ViewState; kind: PreviewKind | null; tell: (message: ToSandbox) => void };

/** Below the document: its pages and its size. */
export function PreviewTools({ view, kind, tell }: PreviewToolsProps) {
  const words = useMessages().preview;
  const { page, pages, zoom, isFitted } = view;
  const zoomTo = (to: 'in' | 'out' | 'fit' | 'actual') => () => tell({ kind: 'zoom', to });
  const goTo = (number: number) => tell({ kind: 'page', number });
  return (
    <footer className="preview-tools">
      {pages > 0 ? (
        <div>
          <Tool icon={ChevronLeft} label={words.previousPage} isOff={page <= 1} onClick={() => goTo(page - 1)} />
          <PageField page={page} pages={pages} onGo={goTo} />
          <Tool icon={ChevronRight} label={words.nextPage} isOff={page >= pages} onClick={() => goTo(page + 1)} />
        </div>
      ) : null}
      <div>
        <Tool icon={Minus} label={words.zoomOut} onClick={zoomTo('out')} />
        <output aria-label={words.zoom}>{words.percent(zoom)}</output>
        <Tool icon={Plus} label={words.zoomIn} onClick={zoomTo('in')} />
        <Button look="quiet" disabled={isFitted && zoom === 100} onClick={zoomTo(isFitted ? 'actual' : 'fit')}>
          {isFitted ? words.actualSize : kind === 'image' ? words.fitAll : words.fitWidth}
        </Button>
      </div>
    </footer>
  );
}

function Tool(props: { icon: LucideIcon; label: string; isOff?: boolean; onClick: () => void }) {
  const { icon: Icon, label, isOff = false, onClick } = props;
  return (
    <Button look="quiet" iconOnly aria-label={label} title={label} disabled={isOff} onClick={onClick}>
      <Icon className="icon" aria-hidden />
    </Button>
  );
}
