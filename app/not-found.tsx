import type { Metadata } from 'next';
import { MessagePage } from '@/app/_components/message-page';
import { messagesFor } from '@/lib/shared/messages/messages-for';

const words = messagesFor();

export const metadata: Metadata = { title: words.title(words.errors.notFoundTitle) };

export default function NotFound() {
  return (
    <MessagePage title={words.errors.notFoundTitle} text={words.errors.notFoundText}>
      <a className="btn" data-look="primary" href="/documents">
        {words.errors.toDocuments}
      </a>
    </MessagePage>
  );
}
