import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Brand } from '@/app/_components/message-page';
import { pageWords } from '@/app/_locale/page-words';
import { findActor } from '@/lib/auth/find-actor';
import { safePath } from '@/lib/shared/safe-path';
import { LanguageSwitch } from './language-switch';
import { SignInForm } from './sign-in-form';

export async function generateMetadata(): Promise<Metadata> {
  const words = await pageWords();
  return { title: words.title(words.account.signIn.title) };
}

type Query = Promise<Record<string, string | string[] | undefined>>;

const textOf = (value: string | string[] | undefined): string | null => (typeof value === 'string' ? value : null);

export default async function SignInPage({ searchParams }: { searchParams: Query }) {
  const query = await searchParams;
  const next = safePath(textOf(query.next) ?? textOf(query.callbackUrl));
  if (await findActor()) redirect(next);
  const words = await pageWords();
  return (
    <main className="center">
      <div className="card">
        <Brand />
        <h1>{words.account.signIn.title}</h1>
        <p>{words.account.signIn.lead}</p>
        <SignInForm next={next} error={textOf(query.error)} />
        <LanguageSwitch />
      </div>
    </main>
  );
}
