import { Button } from '@/app/_components/button';
import { useMessages } from '@/app/_locale/messages-context';
import { encodingName } from '@/app/built-in/_encoding/encodings';
import { namedCharacters } from './named-characters';
import { Notice } from './notice';
import type { OpenState } from './session-state';

export type EncodingDoes = {
  confirm: () => void;
  chooseOther: () => void;
  saveInUtf8: () => void;
  showWhatLacks: () => void;
};

/** In which encoding the text is shown, while that is not certain: it can be read all the same. */
export function EncodingNotice({ state, does }: { state: OpenState; does: EncodingDoes }) {
  const words = useMessages().textEditor.encoding;
  const { reading, format, readReason } = state;
  if (reading.isSure || reading.isConverted) return null;
  const name = encodingName(format.encoding);
  const isEditing = readReason === null;
  const shown =
    reading.markCount > 0
      ? words.marked(name, reading.markCount)
      : reading.evidence === 'declared'
        ? words.doubtful(name)
        : words.guessed(name);
  return (
    <Notice look={reading.isAsked ? 'warn' : 'info'} text={isEditing ? `${shown} ${words.ask}` : shown}>
      {isEditing ? <Button onClick={does.confirm}>{words.confirm}</Button> : null}
      <Button onClick={does.chooseOther}>{words.other}</Button>
    </Notice>
  );
}

/** The encoding lacks what was typed: it is for the person to say what becomes of it. */
export function LackNotice({ state, does }: { state: OpenState; does: EncodingDoes }) {
  const words = useMessages().textEditor.encoding;
  return (
    <Notice look="warn" text={words.lacks(encodingName(state.format.encoding), namedCharacters(state.lacks))}>
      <Button onClick={does.saveInUtf8}>{words.saveInUtf8}</Button>
      <Button onClick={does.showWhatLacks}>{words.showWhatLacks}</Button>
    </Notice>
  );
}
