'use client';

import { X } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { runAction } from '@/app/_actions/run-action';
import { Button } from '@/app/_components/button';
import { useMessages } from '@/app/_locale/messages-context';
import { withoutInvisible } from '@/lib/shared/without-invisible';
import { newFolder } from './folder-actions';

type FormProps = { parentId: string | null; onMade: (folderId: string) => void; onEnd: () => void };

/** Makes a folder where one is choosing, and goes into it. */
export function NewFolderForm({ parentId, onMade, onEnd }: FormProps) {
  const { portal, documents } = useMessages();
  const field = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isWorking, setWorking] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const name = field.current?.value.trim() ?? '';
    if (withoutInvisible(name).trim() === '') {
      setProblem(documents.nameNeeded);
      return;
    }
    setWorking(true);
    const result = await runAction(() => newFolder({ folderId: parentId, name }));
    setWorking(false);
    if (!result.ok) {
      setProblem(result.message);
      return;
    }
    onMade(result.id);
    onEnd();
  }

  return (
    <form className="inline-form" onSubmit={submit} noValidate>
      <label className="label" htmlFor="new-folder-name">
        {portal.place.newName}
      </label>
      <div className="inline-fields">
        <input
          ref={field}
          className="field"
          id="new-folder-name"
          // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field
          autoFocus
          maxLength={1000}
          autoComplete="off"
          aria-invalid={problem !== null}
          aria-describedby={problem ? 'new-folder-problem' : undefined}
        />
        <Button type="submit" disabled={isWorking}>
          {isWorking ? portal.place.working : portal.place.create}
        </Button>
        <Button
          look="quiet"
          iconOnly
          aria-label={portal.place.noNewFolder}
          title={portal.place.noNewFolder}
          onClick={onEnd}
        >
          <X className="icon" aria-hidden />
        </Button>
      </div>
      <div role="alert">
        {problem ? (
          <p className="problem" id="new-folder-problem">
            {problem}
          </p>
        ) : null}
      </div>
    </form>
  );
}
