import { Download } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useMessages } from '@/app/_locale/messages-context';
import { FrameBar } from '@/app/built-in/_frame/frame-bar';
import { tellHostPage } from '@/app/built-in/_frame/host-page';
import type { Opened } from '@/app/built-in/_frame/opened';
import { PasswordCard } from './password-card';
import { PreviewFailureView } from './preview-failure-view';
import { PreviewTools } from './preview-tools';
import { usePreview } from './use-preview';

/** Shows a picture, a PDF or a .docx without changing it. */
export function PreviewPage({ opened }: { opened: Opened }) {
  const { preview: words, frame } = useMessages();
  const place = useRef<HTMLDivElement>(null);
  const { state, sandbox, enterPassword, tryAgain } = usePreview(opened, place);
  const info = state?.info ?? null;
  const name = info?.BaseFileName ?? '';
  const isWaiting = !state || state.phase === 'loading' || state.phase === 'drawing';
  const asksPassword = state !== null && state.password !== 'none';
  useEffect(() => {
    if (name) document.title = name;
  }, [name]);

  return (
    <div className="frame">
      <FrameBar name={name} onClose={() => tellHostPage('UI_Close')}>
        {info?.DownloadUrl ? (
          <a
            className="btn"
            data-look="quiet"
            data-icon-only
            href={info.DownloadUrl}
            download
            aria-label={frame.download}
            title={frame.download}
          >
            <Download className="icon" aria-hidden />
          </a>
        ) : null}
      </FrameBar>
      <main className="frame-body preview-body">
        <div className="preview-place" ref={place} />
        {isWaiting && !asksPassword ? (
          <div className="preview-wait">
            <p role="status">{state?.phase === 'drawing' ? words.drawing : words.loading}</p>
            <div className="bar" aria-hidden>
              <i style={{ transform: `scaleX(${state?.phase === 'drawing' ? 1 : (state?.progress ?? 0)})` }} />
            </div>
          </div>
        ) : null}
        {state && asksPassword ? (
          <PasswordCard isWrong={state.password === 'wrong'} info={info} onEnter={enterPassword} />
        ) : null}
        {state?.failure ? (
          <PreviewFailureView failure={state.failure} kind={state.kind} info={info} onTry={tryAgain} />
        ) : null}
      </main>
      {state?.phase === 'shown' && state.view ? (
        <PreviewTools view={state.view} kind={state.kind} tell={(message) => sandbox()?.tell(message)} />
      ) : null}
    </div>
  );
}
