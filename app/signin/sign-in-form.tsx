'use client';

import { type FormEvent, useRef, useState } from 'react';
import { Button } from '@/app/_components/button';
import { useIsRunning } from '@/app/_components/use-is-running';
import { useMessages } from '@/app/_locale/messages-context';
import { postSignIn, problemOf, type SignInProblem } from './post-sign-in';

export function SignInForm({ next, error }: { next: string; error: string | null }) {
  const words = useMessages().account.signIn;
  const isRunning = useIsRunning();
  const [problem, setProblem] = useState<SignInProblem | null>(() => problemOf(error));
  const [isWorking, setWorking] = useState(false);
  const password = useRef<HTMLInputElement>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    setWorking(true);
    const found = await postSignIn({ email: String(data.get('email')), password: String(data.get('password')) });
    if (found === null) {
      // A whole new page: nothing of what was shown before may stay in the router's memory.
      window.location.assign(next);
      return;
    }
    setProblem(found);
    setWorking(false);
    if (password.current) {
      password.current.value = '';
      password.current.focus();
    }
  }

  const sentences: Record<SignInProblem, string> = {
    wrong: words.wrong,
    'too-many': words.tooMany,
    cookies: words.cookies,
    unavailable: words.failed,
  };
  return (
    <form method="post" action="/api/auth/callback/credentials" onSubmit={submit}>
      <label className="label" htmlFor="email">
        {words.email}
      </label>
      <input
        className="field"
        id="email"
        name="email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={320}
        required
        // biome-ignore lint/a11y/noAutofocus: the page has one purpose, and this is its first field
        autoFocus
      />
      <label className="label" htmlFor="password">
        {words.password}
      </label>
      <input
        ref={password}
        className="field"
        id="password"
        name="password"
        type="password"
        autoComplete="current-password"
        maxLength={1024}
        required
        aria-describedby={problem ? 'sign-in-problem' : undefined}
      />
      <div role="alert">
        {problem ? (
          <p className="problem" id="sign-in-problem">
            {sentences[problem]}
          </p>
        ) : null}
      </div>
      <Button look="primary" type="submit" disabled={!isRunning || isWorking} data-waiting={!isRunning || undefined}>
        {isWorking ? words.working : words.submit}
      </Button>
    </form>
  );
}
