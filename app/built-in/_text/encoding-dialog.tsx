import { type FormEvent, useEffect, useMemo, useState } from 'react';
import { Button } from '@/app/_components/button';
import { Dialog } from '@/app/_components/dialog';
import { useMessages } from '@/app/_locale/messages-context';
import {
  type Encoding,
  encodingName,
  encodings,
  isEncoding,
  type ScriptGroup,
  scriptGroup,
} from '@/app/built-in/_encoding/encodings';
import { likelyEncodings } from '@/app/built-in/_encoding/read-text';
import { sampleBytes, sampleText } from './encoding-sample';

type EncodingDialogProps = {
  bytes: Uint8Array;
  name: string;
  /** in which it is shown now */
  current: Encoding;
  onSubmit: (encoding: Encoding) => void;
  onClose: () => void;
};

const groups = [...new Set(encodings.map(scriptGroup))].map((group) => ({
  group,
  members: encodings.filter((encoding) => scriptGroup(encoding) === group),
}));

/** Asks in which encoding a text is to be read; each that is offered shows a few words of it. */
export function EncodingDialog({ bytes, name, current, onSubmit, onClose }: EncodingDialogProps) {
  const words = useMessages();
  const { dialog } = words.textEditor.encoding;
  const [likely, setLikely] = useState<readonly Encoding[]>([current]);
  const [chosen, setChosen] = useState(current);
  const sample = useMemo(() => sampleBytes(bytes), [bytes]);

  useEffect(() => {
    let isCurrent = true;
    const offer = (found: readonly Encoding[]) => {
      if (isCurrent) setLikely(found.includes(current) ? found : [current, ...found]);
    };
    // Without what guesses, which is loaded for this, there are all the others to choose from.
    likelyEncodings(bytes, name).then(offer, () => undefined);
    return () => {
      isCurrent = false;
    };
  }, [bytes, name, current]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    onSubmit(chosen);
  }

  return (
    <Dialog open onClose={onClose} title={dialog.title} description={dialog.text}>
      <form onSubmit={submit}>
        <fieldset className="options">
          <legend className="sr-only">{dialog.likely}</legend>
          {likely.map((encoding) => (
            <label className="option" key={encoding}>
              <input type="radio" name="encoding" checked={chosen === encoding} onChange={() => setChosen(encoding)} />
              <span>
                <b>{labelOf(encoding, dialog.groups)}</b>
                <bdi className="muted encoding-sample">{sampleText(sample, encoding)}</bdi>
              </span>
            </label>
          ))}
        </fieldset>
        <label className="label" htmlFor="all-encodings">
          {dialog.all}
        </label>
        <select
          className="field"
          id="all-encodings"
          value={chosen}
          onChange={({ target }) => isEncoding(target.value) && setChosen(target.value)}
        >
          {groups.map(({ group, members }) => (
            <optgroup key={group} label={dialog.groups[group]}>
              {members.map((encoding) => (
                <option key={encoding} value={encoding}>
                  {encodingName(encoding)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <p className="hint" aria-live="polite">
          {dialog.sample} <bdi className="encoding-sample">{sampleText(sample, chosen)}</bdi>
        </p>
        <div className="dialog-buttons">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button look="primary" type="submit">
            {dialog.submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function labelOf(encoding: Encoding, groups: Readonly<Record<ScriptGroup, string>>): string {
  const group = scriptGroup(encoding);
  return group === 'unicode' ? encodingName(encoding) : `${encodingName(encoding)} (${groups[group]})`;
}
