import { useEffect, useRef, useSyncExternalStore } from 'react';
import { notify } from '@/app/_components/toast';
import { useMessages } from '@/app/_locale/messages-context';
import { FrameBar } from '@/app/built-in/_frame/frame-bar';
import { hearHostPage, tellHostPage } from '@/app/built-in/_frame/host-page';
import { OpenFailureView } from './open-failure-view';
import { OpenText } from './open-text-view';
import type { TextSession } from './text-session';
import { waitForLock } from './wait-for-lock';

/** How often somebody who waits for a text asks whether it is free. */
const askEveryMs = 5_000;

/** The built-in editor: a text, or why there is none. */
export function TextPage({ session }: { session: TextSession }) {
  const words = useMessages().textEditor;
  const state = useSyncExternalStore(session.subscribe, session.state);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (session.isUnsaved) event.preventDefault();
    };
    const goAway = () => session.goAway();
    // A page that comes out of the browser's memory has given its lock back.
    const comeBack = (event: PageTransitionEvent) => event.persisted && session.open();
    window.addEventListener('beforeunload', warn);
    window.addEventListener('pagehide', goAway);
    window.addEventListener('pageshow', comeBack);
    const deafen = hearHostPage(async (id) => {
      if (id === 'Grab_Focus') session.focus();
      // The host page has just given the focus to the frame, and took it from the text where that had it already.
      const isFree = document.activeElement === document.body;
      if (id === 'Host_PostmessageReady' && isFree && session.openState()?.readReason === null) session.focus();
      if (id === 'Blur_Focus' && document.activeElement instanceof HTMLElement) document.activeElement.blur();
      if (id === 'Host_VersionRestore' && (await session.leave())) {
        tellHostPage('App_VersionRestore', { Status: 'Pre_Restore_Ack' });
      }
    });
    return () => {
      window.removeEventListener('beforeunload', warn);
      window.removeEventListener('pagehide', goAway);
      window.removeEventListener('pageshow', comeBack);
      deafen();
    };
  }, [session]);

  const waits = state.phase === 'open' && (state.readReason === 'locked' || state.readReason === 'other-tab');
  const waited = useRef(false);
  useEffect(() => {
    if (waited.current && state.phase === 'open' && state.readReason === null) notify({ title: words.nowYours });
    waited.current = waits;
  }, [waits, state, words]);
  useEffect(() => (waits ? waitForLock(session, askEveryMs) : undefined), [waits, session]);

  if (state.phase === 'open') return <OpenText session={session} state={state} />;
  const name = state.phase === 'failed' ? (state.info?.BaseFileName ?? '') : '';
  return (
    <div className="frame">
      <FrameBar name={name} onClose={() => tellHostPage('UI_Close')} />
      <main className="frame-body">
        {state.phase === 'failed' ? (
          <OpenFailureView failure={state.failure} info={state.info} onTry={() => session.open()} />
        ) : (
          <p className="text-opening" role="status">
            {words.opening}
          </p>
        )}
      </main>
    </div>
  );
}
