'use client';

import { Button } from '@/app/_components/button';
import { MessagePage } from '@/app/_components/message-page';
import { useMessages } from '@/app/_locale/messages-context';

/** The number under which the log has the error, if it happened on the server. */
function digestOf(error: unknown): string | null {
  return error instanceof Error && 'digest' in error && typeof error.digest === 'string' ? error.digest : null;
}

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const words = useMessages();
  const digest = digestOf(error);
  return (
    <MessagePage title={words.errors.pageTitle} text={words.errors.pageText}>
      <div className="card-buttons">
        <Button look="primary" onClick={() => retry()}>
          {words.tryAgain}
        </Button>
        <a className="btn" href="/documents">
          {words.errors.toDocuments}
        </a>
      </div>
      {digest ? <p className="hint">{words.errors.reference(digest)}</p> : null}
    </MessagePage>
  );
}
