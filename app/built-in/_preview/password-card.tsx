import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/app/_components/button';
import { useMessages } from '@/app/_locale/messages-context';
import type { FileInfo } from '@/app/built-in/_wopi/wopi-file';

/** Asks for the password of a document. It goes to the sandbox and no further. */
export function PasswordCard(props: { isWrong: boolean; info: FileInfo | null; onEnter: (text: string) => void }) {
  const { preview: words, frame } = useMessages();
  const { isWrong, info, onEnter } = props;
  const [text, setText] = useState('');
  const id = useId();
  function enter(event: FormEvent): void {
    event.preventDefault();
    if (text !== '') onEnter(text);
  }
  return (
    <div className="center frame-cover">
      <form className="card" data-wide onSubmit={enter}>
        <h2>{words.password.title}</h2>
        <p className="frame-failure">{words.password.text}</p>
        <label className="label" htmlFor={id}>
          {words.password.field}
        </label>
        <input
          id={id}
          className="field"
          type="password"
          autoComplete="off"
          // biome-ignore lint/a11y/noAutofocus: it is the one thing to do here
          autoFocus
          value={text}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? `${id}-problem` : undefined}
          onChange={(event) => setText(event.target.value)}
        />
        {isWrong ? (
          <p className="problem" id={`${id}-problem`} role="alert">
            {words.password.wrong}
          </p>
        ) : null}
        <div className="card-buttons preview-password">
          <Button look="primary" type="submit">
            {words.password.submit}
          </Button>
          {info?.DownloadUrl ? (
            <a className="btn" href={info.DownloadUrl} download>
              {frame.download}
            </a>
          ) : null}
        </div>
      </form>
    </div>
  );
}
