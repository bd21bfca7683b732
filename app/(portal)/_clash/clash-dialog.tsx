'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/app/_components/button';
import { Dialog } from '@/app/_components/dialog';
import { useLocale, useMessages } from '@/app/_locale/messages-context';
import { makeNameUnique } from '@/lib/shared/file-names';
import { formatWhen } from '@/lib/shared/format-when';
import { formatLocale } from '@/lib/shared/messages/locale';
import type { ClashAnswer, ClashChoice, ClashQuestion } from './clash-question';

type ClashDialogProps = { question: ClashQuestion; left: number; answer: (answer: ClashAnswer | null) => void };

/** "“Budget.xlsx” is already here": replace it as a new version, keep both, or skip. */
export function ClashDialog({ question, left, answer }: ClashDialogProps) {
  const { portal, ...words } = useMessages();
  const language = formatLocale[useLocale()];
  const { name, doing, into, canReplace, modifiedAt } = question;
  const [choice, setChoice] = useState<ClashChoice>(canReplace ? 'replace' : 'keep-both');
  const [forAll, setForAll] = useState(false);
  const clash = portal.clash;
  const replaceText =
    modifiedAt === null
      ? clash.replaceText
      : clash.replaceTextOf(formatWhen(modifiedAt, Date.now(), language, words.justNow));
  const choices: [ClashChoice, string, string][] = [
    ...(canReplace ? ([['replace', clash.replace, replaceText]] as [ClashChoice, string, string][]) : []),
    ['keep-both', clash.keepBoth, clash.keepBothText(makeNameUnique(name, 1))],
    ['skip', clash.skip, clash.skipText],
  ];

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    answer({ choice, forAll });
  }

  return (
    <Dialog
      open
      onClose={() => answer(null)}
      title={clash.title(name)}
      description={doing === 'restore' ? clash.doing.restore : clash.doing[doing](into)}
    >
      <form onSubmit={submit}>
        <fieldset className="options">
          <legend className="sr-only">{clash.title(name)}</legend>
          {choices.map(([value, label, text]) => (
            <label key={value} className="option">
              <input
                type="radio"
                name="clash"
                value={value}
                checked={value === choice}
                onChange={() => setChoice(value)}
              />
              <span>
                <b>{label}</b>
                <span className="muted">{text}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <div className="dialog-buttons">
          {left > 1 ? (
            <label className="for-all">
              <input type="checkbox" checked={forAll} onChange={(event) => setForAll(event.currentTarget.checked)} />
              {clash.forAll(left)}
            </label>
          ) : null}
          <Button onClick={() => answer(null)}>{words.cancel}</Button>
          <Button look="primary" type="submit">
            {clash.submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
