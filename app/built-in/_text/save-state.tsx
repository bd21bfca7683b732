import { Check, CircleAlert, CircleDot, LoaderCircle, Lock } from 'lucide-react';
import { useMessages } from '@/app/_locale/messages-context';
import type { OpenState } from './session-state';

const icons = { saved: Check, unsaved: CircleDot, saving: LoaderCircle, failed: CircleAlert, reading: Lock } as const;

/** Whether what stands here has arrived: always visible, and told to those who do not see it when it changes. */
export function SaveState({ state }: { state: OpenState }) {
  const words = useMessages().textEditor.states;
  const kind = state.readReason === null || state.save.kind === 'failed' ? state.save.kind : 'reading';
  const Icon = icons[kind];
  return (
    <p className="save-state" data-kind={kind} role="status">
      <Icon className="icon" aria-hidden />
      <span>{words[kind]}</span>
    </p>
  );
}
