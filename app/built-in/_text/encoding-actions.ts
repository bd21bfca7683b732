import { declaredLabel } from '@/app/built-in/_encoding/declared-label';
import type { Encoding } from '@/app/built-in/_encoding/encodings';
import { readingOf } from './reading-of';
import type { TextSession } from './text-session';

/** The person says that the words are right as they are shown. */
export async function confirmEncoding(session: TextSession): Promise<void> {
  session.edited?.confirm();
  // The button that had it goes away.
  session.focus();
  await goOn(session);
}

/** Shows the text in an encoding that the person chose, with everything that was changed in it. */
export async function chooseEncoding(session: TextSession, encoding: Encoding): Promise<void> {
  const { edited } = session;
  if (!edited || edited.isConverted) return;
  session.showText(edited.readAs(encoding, session.text()));
  // What was typed becomes other bytes.
  if (edited.hasChanges) session.changed();
  await goOn(session);
}

/** Writes all of the text in UTF-8 from now on; where it declares an encoding, it then declares that. */
export async function saveInUtf8(session: TextSession): Promise<void> {
  const { edited, port } = session;
  if (!edited) return;
  edited.convert();
  const declared = declaredLabel(session.text(), session.openState()?.name ?? '');
  if (declared) port?.replace(declared.from, declared.to, 'utf-8');
  session.focus();
  await goOn(session);
}

/** Brings the first character into view that the encoding of the text lacks. */
export function showWhatLacks(session: TextSession): void {
  const [first] = session.openState()?.lacks ?? [];
  const at = first === undefined ? -1 : session.text().indexOf(first);
  if (first !== undefined && at !== -1) session.port?.choose(at, at + first.length);
  session.focus();
}

/** It is decided: what waited for it is saved, and the decision remembered. */
async function goOn(session: TextSession): Promise<void> {
  const { edited } = session;
  const state = session.openState();
  if (!edited || !state) return;
  const waited = state.save.kind !== 'failed' || state.save.problem === 'lacks';
  const save = { kind: session.isUnsaved ? 'unsaved' : 'saved' } as const;
  session.patch({ format: edited.format, reading: readingOf(edited), lacks: [], ...(waited ? { save } : {}) });
  await session.rememberEncoding();
  if (waited) await session.save('auto');
}
