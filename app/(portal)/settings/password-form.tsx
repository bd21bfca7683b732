'use client';

import { type FormEvent, useState } from 'react';
import { runAction } from '@/app/_actions/run-action';
import { Button } from '@/app/_components/button';
import { notify } from '@/app/_components/toast';
import { useIsRunning } from '@/app/_components/use-is-running';
import { useMessages } from '@/app/_locale/messages-context';
import { changePassword } from './actions';

const fields = ['current', 'next', 'repeat'] as const;

export function PasswordForm({ email }: { email: string }) {
  const words = useMessages().account.settings;
  const isRunning = useIsRunning();
  const [problem, setProblem] = useState<string | null>(null);
  const [isWorking, setWorking] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const oldPassword = String(data.get('current'));
    const newPassword = String(data.get('next'));
    if (newPassword !== String(data.get('repeat'))) {
      setProblem(words.different);
      return;
    }
    setWorking(true);
    setProblem(null);
    const result = await runAction(() => changePassword({ oldPassword, newPassword }));
    setWorking(false);
    if (!result.ok) {
      setProblem(result.message);
      return;
    }
    form.reset();
    notify({ title: words.changed });
  }

  return (
    <form method="post" onSubmit={submit}>
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      {fields.map((field) => (
        <div key={field}>
          <label className="label" htmlFor={field}>
            {words[field]}
          </label>
          <input
            className="field"
            id={field}
            name={field}
            type="password"
            autoComplete={field === 'current' ? 'current-password' : 'new-password'}
            minLength={field === 'current' ? undefined : 8}
            maxLength={1024}
            required
            aria-describedby={field === 'next' ? 'next-hint' : undefined}
          />
          {field === 'next' ? (
            <p className="hint" id="next-hint">
              {words.nextHint}
            </p>
          ) : null}
        </div>
      ))}
      <div role="alert">{problem ? <p className="problem">{problem}</p> : null}</div>
      <Button type="submit" disabled={!isRunning || isWorking} data-waiting={!isRunning || undefined}>
        {isWorking ? words.working : words.submit}
      </Button>
    </form>
  );
}
