'use client';

import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { runAction } from '@/app/_actions/run-action';
import { Button } from '@/app/_components/button';
import { notify } from '@/app/_components/toast';
import { useMessages } from '@/app/_locale/messages-context';
import type { ListedVersion } from '@/lib/versions/list-versions';
import { nameVersion } from './actions';

type NameFormProps = {
  documentId: string;
  version: ListedVersion;
  onNamed: (name: string | null) => void;
  onClose: () => void;
};

/** Asks for the name of a version, in its row. A blank one takes the name away. */
export function NameForm({ documentId, version, onNamed, onClose }: NameFormProps) {
  const { versions: words, cancel } = useMessages();
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const [isWorking, setWorking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { number } = version;
  useEffect(() => field.current?.select(), []);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setWorking(true);
    const wanted = field.current?.value ?? '';
    const result = await runAction(() => nameVersion({ documentId, number, name: wanted }));
    setWorking(false);
    if (!result.ok) {
      setProblem(result.message);
      return;
    }
    const { name } = result;
    notify({ title: name === null ? words.naming.cleared(number) : words.naming.done(number, name) });
    onNamed(name);
  }

  return (
    <form
      className="version-naming"
      onSubmit={submit}
      noValidate
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // The panel stays.
        event.stopPropagation();
        onClose();
      }}
    >
      <label className="sr-only" htmlFor={id}>
        {words.naming.label(number)}
      </label>
      <input
        ref={field}
        id={id}
        className="field"
        defaultValue={version.name ?? ''}
        placeholder={words.naming.placeholder}
        maxLength={200}
        autoComplete="off"
        aria-invalid={problem !== null}
        aria-describedby={problem ? `${id}-problem` : undefined}
      />
      <div role="alert">
        {problem ? (
          <p className="problem" id={`${id}-problem`}>
            {problem}
          </p>
        ) : null}
      </div>
      <div className="version-buttons">
        <Button look="primary" type="submit" disabled={isWorking}>
          {isWorking ? words.naming.working : words.naming.submit}
        </Button>
        <Button onClick={onClose}>{cancel}</Button>
      </div>
    </form>
  );
}
