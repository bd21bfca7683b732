import type { Metadata } from 'next';
import Link from 'next/link';
import { KindTile } from '@/app/_components/file-tile';
import { pageWords } from '@/app/_locale/page-words';

export async function generateMetadata(): Promise<Metadata> {
  const words = await pageWords();
  return { title: words.title(words.errors.notFoundTitle) };
}

/** What is not there, or is somebody else's: within the portal, so that every other place is a click away. */
export default async function PortalNotFound() {
  const { errors } = await pageWords();
  return (
    <div className="empty">
      <div className="empty-art" aria-hidden>
        <KindTile kind="folder" />
      </div>
      <h1>{errors.notFoundTitle}</h1>
      <p>{errors.notFoundText}</p>
      <Link className="btn" href="/documents" prefetch={false}>
        {errors.toDocuments}
      </Link>
    </div>
  );
}
