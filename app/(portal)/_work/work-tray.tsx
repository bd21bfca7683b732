'use client';

import { useLocale, useMessages } from '@/app/_locale/messages-context';
import { formatLocale } from '@/lib/shared/messages/locale';
import type { WorkView } from './work-answer';
import { useRunningWork } from './work-store';

/** How far work is that takes longer than a moment. Only what begins is read out, not each number. */
export function WorkTray() {
  const running = useRunningWork();
  const words = useMessages().portal.work;
  const isShown = running.length > 0;
  return (
    <section className={isShown ? 'work' : undefined} aria-label={isShown ? words.tray : undefined}>
      <p className="sr-only" role="status">
        {running.map(({ verb }) => words.doing[verb]).join(' ')}
      </p>
      {running.map((work) => (
        <WorkRow key={work.jobId} work={work} />
      ))}
    </section>
  );
}

function WorkRow({ work }: { work: WorkView }) {
  const words = useMessages().portal.work;
  const language = formatLocale[useLocale()];
  const count = (n: number) => n.toLocaleString(language);
  const { verb, total, done, changed } = work;
  // A single folder is done when all of it is: what counts is what lies in it.
  const isCounted = total !== null && total > 1;
  const share = isCounted ? done / total : 0;
  const far = isCounted ? words.far(count(done), count(total)) : words.soFar(count(changed));
  return (
    <div className="work-row">
      <span className="work-what" aria-hidden>
        {words.doing[verb]}
      </span>
      <span className="work-far" aria-hidden>
        {far}
      </span>
      <div
        className="bar"
        role="progressbar"
        aria-label={words.doing[verb]}
        aria-valuetext={far}
        data-unknown={isCounted ? undefined : true}
        {...(isCounted ? { 'aria-valuenow': Math.floor(share * 100) } : {})}
      >
        <i style={isCounted ? { transform: `scaleX(${share})` } : undefined} />
      </div>
    </div>
  );
}
