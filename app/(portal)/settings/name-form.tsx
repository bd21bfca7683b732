'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { runAction } from '@/app/_actions/run-action';
import { Button } from '@/app/_components/button';
import { notify } from '@/app/_components/toast';
import { useIsRunning } from '@/app/_components/use-is-running';
import { useMessages } from '@/app/_locale/messages-context';
import { changeName } from './actions';

export function NameForm({ name, email }: { name: string; email: string }) {
  const words = useMessages().account.settings;
  const router = useRouter();
  const isRunning = useIsRunning();
  const [text, setText] = useState(name);
  const [problem, setProblem] = useState<string | null>(null);
  const [isWorking, setWorking] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setWorking(true);
    setProblem(null);
    const result = await runAction(() => changeName({ name: text }));
    setWorking(false);
    if (!result.ok) {
      setProblem(result.message);
      return;
    }
    setText(result.name);
    notify({ title: words.nameSaved(result.name) });
    router.refresh();
  }

  return (
    <form method="post" onSubmit={submit}>
      <dl className="facts">
        <dt>{words.email}</dt>
        <dd>{email}</dd>
      </dl>
      <label className="label" htmlFor="name">
        {words.name}
      </label>
      <input
        className="field"
        id="name"
        name="name"
        autoComplete="name"
        value={text}
        onChange={(event) => setText(event.target.value)}
        maxLength={200}
        required
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : 'name-problem'}
      />
      <div role="alert">
        {problem ? (
          <p className="problem" id="name-problem">
            {problem}
          </p>
        ) : null}
      </div>
      <Button type="submit" disabled={!isRunning || isWorking} data-waiting={!isRunning || undefined}>
        {isWorking ? words.savingName : words.saveName}
      </Button>
    </form>
  );
}
