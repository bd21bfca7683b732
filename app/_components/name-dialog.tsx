'use client';

import { type FormEvent, useRef, useState } from 'react';
import { useMessages } from '@/app/_locale/messages-context';
import { withoutInvisible } from '@/lib/shared/without-invisible';
import { Button } from './button';
import { Dialog } from './dialog';

type NameDialogProps = {
  title: string;
  label: string;
  /** the base name to begin with; it is selected */
  start: string;
  /** stays as it is */
  extension: string;
  submit: string;
  isWorking: boolean;
  problem: string | null;
  onSubmit: (name: string) => void;
  onClose: () => void;
};

/** Asks for the name of a document; its extension is fixed. */
export function NameDialog(props: NameDialogProps) {
  const words = useMessages();
  const field = useRef<HTMLInputElement>(null);
  const [missing, setMissing] = useState(false);
  const problem = missing ? words.documents.nameNeeded : props.problem;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = field.current?.value.trim() ?? '';
    // Characters that nobody sees are no name.
    const isMissing = withoutInvisible(name).trim() === '';
    setMissing(isMissing);
    if (isMissing) field.current?.focus();
    else props.onSubmit(name + props.extension);
  }

  return (
    <Dialog open onClose={props.onClose} title={props.title} initialFocus={field}>
      <form onSubmit={submit} noValidate>
        <label className="label" htmlFor="document-name">
          {props.label}
        </label>
        <div className="field-with-end">
          <input
            ref={field}
            className="field"
            id="document-name"
            defaultValue={props.start}
            onFocus={(event) => event.currentTarget.select()}
            maxLength={1000 - props.extension.length}
            autoComplete="off"
            spellCheck={false}
            aria-invalid={problem !== null}
            aria-describedby={problem ? 'document-name-problem' : undefined}
          />
          {props.extension ? <span>{props.extension}</span> : null}
        </div>
        <div role="alert">
          {problem ? (
            <p className="problem" id="document-name-problem">
              {problem}
            </p>
          ) : null}
        </div>
        <div className="dialog-buttons">
          <Button onClick={props.onClose}>{words.cancel}</Button>
          <Button look="primary" type="submit" disabled={props.isWorking}>
            {props.submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
