import type { Metadata } from 'next';
import { requireActor } from '@/lib/auth/require-actor';
import { messagesFor } from '@/lib/shared/messages/messages-for';
import { PasswordForm } from './password-form';
import { ThemeForm } from './theme-form';

const words = messagesFor().account.settings;

export const metadata: Metadata = { title: messagesFor().title(words.title) };

export default async function SettingsPage() {
  const actor = await requireActor();
  return (
    <>
      <header className="head">
        <h1>{words.title}</h1>
      </header>
      <div className="sections">
        <section className="section" aria-labelledby="you">
          <h2 id="you">{words.profile}</h2>
          <dl className="facts">
            <dt>{words.name}</dt>
            <dd>{actor.name}</dd>
            <dt>{words.email}</dt>
            <dd>{actor.email}</dd>
          </dl>
        </section>
        <section className="section" aria-labelledby="appearance">
          <h2 id="appearance">{words.appearance}</h2>
          <p>{words.appearanceLead}</p>
          <ThemeForm />
        </section>
        <section className="section" aria-labelledby="password-title">
          <h2 id="password-title">{words.passwordTitle}</h2>
          <p>{words.passwordLead}</p>
          <PasswordForm email={actor.email} />
        </section>
      </div>
    </>
  );
}
