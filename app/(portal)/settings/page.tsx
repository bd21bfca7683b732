import type { Metadata } from 'next';
import { type ReactNode, Suspense } from 'react';
import { pageWords } from '@/app/_locale/page-words';
import { pageLocaleHints } from '@/lib/auth/page-locale-hints';
import { requireActor } from '@/lib/auth/require-actor';
import { browserOf } from '@/lib/shared/browser-of';
import { chosenLocale } from '@/lib/shared/messages/pick-locale';
import { listSessions } from '@/lib/users/list-sessions';
import { DocumentServer } from './document-server';
import { LanguageForm } from './language-form';
import { NameForm } from './name-form';
import { PasswordForm } from './password-form';
import { SessionList, type ShownSession } from './session-list';
import { ThemeForm } from './theme-form';

export async function generateMetadata(): Promise<Metadata> {
  const words = await pageWords();
  return { title: words.title(words.account.settings.title) };
}

export default async function SettingsPage() {
  const actor = await requireActor();
  const { account, documentServer } = await pageWords();
  const words = account.settings;
  const chosen = chosenLocale(await pageLocaleHints());
  const sessions = (await listSessions(actor)).map(
    ({ id, isHere, address, seenAt, userAgent }): ShownSession => ({
      id,
      isHere,
      address,
      seen: seenAt.toISOString(),
      browser: browserOf(userAgent),
    }),
  );
  return (
    <>
      <header className="head">
        <h1>{words.title}</h1>
      </header>
      <div className="sections">
        <Section id="profile" title={words.profile} lead={words.profileLead}>
          <NameForm name={actor.name} email={actor.email} />
        </Section>
        <Section id="language" title={words.languageTitle} lead={words.languageLead}>
          <LanguageForm chosen={chosen} />
        </Section>
        <Section id="appearance" title={words.appearance} lead={words.appearanceLead}>
          <ThemeForm />
        </Section>
        <Section id="password-title" title={words.passwordTitle} lead={words.passwordLead}>
          <PasswordForm email={actor.email} />
        </Section>
        <Section id="sessions" title={words.sessionsTitle} lead={words.sessionsLead}>
          <SessionList sessions={sessions} />
        </Section>
        {actor.isAdmin ? (
          <Section id="document-server" title={documentServer.title} lead={documentServer.lead}>
            {/* One that does not answer keeps only this waiting. */}
            <Suspense fallback={<p role="status">{documentServer.asking}</p>}>
              <DocumentServer />
            </Suspense>
          </Section>
        ) : null}
      </div>
    </>
  );
}

function Section({ id, title, lead, children }: { id: string; title: string; lead: string; children: ReactNode }) {
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p>{lead}</p>
      {children}
    </section>
  );
}
