'use client';

import { Button } from '@/app/_components/button';
import { Dialog } from '@/app/_components/dialog';
import { useMessages } from '@/app/_locale/messages-context';
import type { SessionProblem } from './use-session';

type SessionDialogProps = {
  question: 'ask-before-end' | 'ask-after-end' | null;
  problem: SessionProblem | null;
  isRenewing: boolean;
  onRenew: () => void;
  onLater: () => void;
};

/** Asks before the editor is opened anew: what it has not saved would be lost. */
export function SessionDialog({ question, problem, isRenewing, onRenew, onLater }: SessionDialogProps) {
  const words = useMessages().editor.session;
  const hasEnded = question === 'ask-after-end';
  const problems: Record<SessionProblem, string> = {
    'signed-out': words.signedOut,
    gone: words.gone,
    failed: words.failed,
  };
  return (
    <Dialog
      open={question !== null}
      onClose={onLater}
      title={hasEnded ? words.endedTitle : words.endsTitle}
      description={hasEnded ? words.endedText : words.endsText}
    >
      <div role="alert">{problem ? <p className="problem">{problems[problem]}</p> : null}</div>
      <div className="dialog-buttons">
        <Button onClick={onLater}>{words.later}</Button>
        {problem === 'signed-out' ? (
          <a className="btn" href="/signin" target="_blank" rel="noopener">
            {words.signIn}
          </a>
        ) : null}
        {problem === 'gone' ? null : (
          <Button look="primary" onClick={onRenew} disabled={isRenewing}>
            {isRenewing ? words.renewing : words.renew}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
