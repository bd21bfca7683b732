import type { Metadata } from 'next';
import { MessagePage } from '@/app/_components/message-page';
import { pageWords } from '@/app/_locale/page-words';

export async function generateMetadata(): Promise<Metadata> {
  const words = await pageWords();
  return { title: words.title(words.errors.notFoundTitle) };
}

export default async function NotFound() {
  const words = await pageWords();
  return (
    <MessagePage title={words.errors.notFoundTitle} text={words.errors.notFoundText}>
      <a className="btn" data-look="primary" href="/documents">
        {words.errors.toDocuments}
      </a>
    </MessagePage>
  );
}
