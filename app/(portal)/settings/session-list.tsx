'use client';

import { MonitorSmartphone } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { runAction } from '@/app/_actions/run-action';
import { Button } from '@/app/_components/button';
import { notify } from '@/app/_components/toast';
import { useIsRunning } from '@/app/_components/use-is-running';
import { When } from '@/app/_components/when';
import { useMessages } from '@/app/_locale/messages-context';
import type { Browser } from '@/lib/shared/browser-of';
import { endSession, signOutElsewhere } from './actions';

/** A session as the page shows it. */
export type ShownSession = { id: string; isHere: boolean; seen: string; address: string | null; browser: Browser };

export function SessionList({ sessions }: { sessions: ShownSession[] }) {
  const words = useMessages().account.settings;
  const router = useRouter();
  const isRunning = useIsRunning();
  const list = useRef<HTMLUListElement>(null);
  const [isWorking, setWorking] = useState(false);

  async function end(session: ShownSession) {
    const device = words.device(session.browser.browser, session.browser.system);
    setWorking(true);
    const result = await runAction(() => endSession({ sessionId: session.id }));
    if (result.ok) notify({ title: words.ended(device) });
    else notify({ title: words.notEnded(device), text: result.message, isProblem: true });
    done();
  }

  async function endOthers() {
    setWorking(true);
    const result = await runAction(signOutElsewhere);
    if (!result.ok) notify({ title: words.elsewhereFailed, text: result.message, isProblem: true });
    else notify({ title: result.sessions > 0 ? words.elsewhereDone(result.sessions) : words.elsewhereNothing });
    done();
  }

  function done() {
    setWorking(false);
    // The button that was pressed goes with its row: the keyboard stays in the list.
    list.current?.focus();
    router.refresh();
  }

  const isOff = !isRunning || isWorking;
  return (
    <>
      <ul ref={list} className="sessions" tabIndex={-1} aria-label={words.sessions}>
        {sessions.map((session) => {
          const device = words.device(session.browser.browser, session.browser.system);
          return (
            <li key={session.id} className="session">
              <MonitorSmartphone className="icon" aria-hidden />
              <div className="session-words">
                <strong>{device}</strong>
                <span className="muted" id={`seen-${session.id}`}>
                  <span className="sr-only">{words.seen} </span>
                  <When iso={session.seen} />
                  {session.address === null ? null : ` · ${words.address(session.address)}`}
                </span>
              </div>
              {session.isHere ? (
                <span className="session-here">{words.thisSession}</span>
              ) : (
                <Button
                  disabled={isOff}
                  aria-label={words.endOf(device)}
                  aria-describedby={`seen-${session.id}`}
                  onClick={() => end(session)}
                >
                  {words.end}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {sessions.some((session) => !session.isHere) ? (
        <div className="elsewhere">
          <p className="hint" id="elsewhere-lead">
            {words.elsewhereLead}
          </p>
          <Button disabled={isOff} onClick={endOthers} aria-describedby="elsewhere-lead">
            {words.elsewhere}
          </Button>
        </div>
      ) : null}
    </>
  );
}
