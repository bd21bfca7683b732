import { pollWhileVisible } from '@/app/_components/poll-while-visible';
import { fileIdOf } from '@/app/built-in/_wopi/access';
import { namesOfEditors } from './names-of-editors';
import type { TextSession } from './text-session';

/** Opens the text anew as soon as nobody else edits it. @returns ends the waiting */
export function waitForLock(session: TextSession, everyMs: number): () => void {
  return pollWhileVisible(everyMs, async () => {
    const state = session.openState();
    if (state?.readReason === 'locked') {
      const holder = await namesOfEditors(fileIdOf(session.opened.wopiSrc));
      if (holder !== null) {
        if (holder !== state.holder) session.patch({ holder });
        return;
      }
    } else if (!(await session.takeTab())) return;
    await session.open();
  });
}
