import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { useMessages } from '@/app/_locale/messages-context';
import { MarkdownWork } from './markdown-work';
import { previewPage } from './preview-page';

/**
 * The Markdown as it reads, beside its source. It stands in a frame that runs no script and asks for nothing, and
 * what is put there was cleaned before: each of the two would do alone. What cannot be drawn with reasonable work is
 * not: what was drawn last stays.
 */
export function MarkdownPreview({ text }: { text: string }) {
  const words = useMessages().textEditor;
  const frame = useRef<HTMLIFrameElement>(null);
  const work = useRef<MarkdownWork>(null);
  const [isReady, setReady] = useState(false);
  const [isTooMuch, setTooMuch] = useState(false);
  const later = useDeferredValue(text);
  const { tasks } = words;

  useEffect(() => {
    if (!isReady) return;
    const working = new MarkdownWork(async (html) => {
      const { cleanMarkdown } = await import('./clean-markdown');
      const inside = frame.current?.contentDocument;
      if (work.current !== working || !inside) return;
      const drawing = html === null ? null : tryTo(() => cleanMarkdown(html, inside));
      if (drawing) inside.body.replaceChildren(drawing);
      setTooMuch(drawing === null);
    });
    work.current = working;
    return () => {
      work.current = null;
      working.end();
    };
  }, [isReady]);

  useEffect(() => {
    if (isReady) work.current?.ask({ text: later, tasks });
  }, [later, isReady, tasks]);

  function begin() {
    const inside = frame.current?.contentDocument;
    if (!inside) return;
    inside.addEventListener('click', followLink);
    // It would follow the system's theme, not the one that was chosen here.
    inside.documentElement.style.colorScheme = getComputedStyle(document.documentElement).colorScheme;
    setReady(true);
  }

  return (
    <div className="markdown-side">
      <p className="markdown-problem" role="status">
        {isTooMuch ? words.previewTooMuch : null}
      </p>
      <iframe
        ref={frame}
        className="markdown-preview"
        title={words.previewTitle}
        // Of the same origin, so that this page may write into it; without scripts it is only paper.
        sandbox="allow-same-origin"
        srcDoc={previewPage}
        onLoad={begin}
      />
    </div>
  );
}

/** What fails at a text shows no text: the page goes on. */
function tryTo<T>(draw: () => T): T | null {
  try {
    return draw();
  } catch {
    return null;
  }
}

/** A link of a text is followed in a tab of its own, and only where it leads to the web or to a mail. */
function followLink(event: MouseEvent): void {
  const link = (event.target as Element | null)?.closest?.('a');
  if (!link) return;
  event.preventDefault();
  const href = link.getAttribute('href') ?? '';
  if (href.startsWith('#')) link.ownerDocument.getElementById(decodeURIComponent(href.slice(1)))?.scrollIntoView();
  else if (/^(https?:|mailto:)/i.test(href)) window.open(href, '_blank', 'noopener,noreferrer');
}
