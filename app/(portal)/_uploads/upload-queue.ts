/** One file on its way up. `sent` and `size` are bytes. */
export type Upload = {
  id: string;
  name: string;
  /** where it will stand: the same for two files whose names are one here */
  place: string;
  size: number;
  sent: number;
  state: 'waiting' | 'sending' | 'storing' | 'done' | 'failed' | 'cancelled';
  /** the name that the document got, if it is another */
  storedAs?: string | undefined;
  problem?: string | undefined;
};

export type UploadEvent =
  | { type: 'add'; uploads: { id: string; name: string; place: string; size: number }[] }
  | { type: 'start' | 'cancel' | 'retry'; id: string }
  | { type: 'progress'; id: string; sent: number }
  | { type: 'done'; id: string; storedAs: string }
  | { type: 'fail'; id: string; problem: string }
  | { type: 'cancel-all' }
  | { type: 'clear' };

const isOpen = (upload: Upload) => ['waiting', 'sending', 'storing'].includes(upload.state);

/** The queue of uploads after an event. What was cancelled or is done does not move any more. */
export function uploadQueue(queue: readonly Upload[], event: UploadEvent): Upload[] {
  if (event.type === 'add') {
    const added = event.uploads.map((upload): Upload => ({ ...upload, sent: 0, state: 'waiting' }));
    return [...queue, ...added];
  }
  if (event.type === 'clear') return queue.filter(isOpen);
  if (event.type === 'cancel-all') {
    return queue.map((upload) => (isOpen(upload) ? { ...upload, state: 'cancelled' } : upload));
  }
  return queue.map((upload) => (upload.id === event.id ? changed(upload, event) : upload));
}

function changed(upload: Upload, event: Extract<UploadEvent, { id: string }>): Upload {
  if (event.type === 'retry') {
    const again = upload.state === 'failed' || upload.state === 'cancelled';
    return again ? { ...upload, state: 'waiting', sent: 0, problem: undefined } : upload;
  }
  if (!isOpen(upload)) return upload;
  switch (event.type) {
    case 'start':
      return { ...upload, state: 'sending', sent: 0 };
    case 'progress':
      return { ...upload, state: event.sent >= upload.size ? 'storing' : 'sending', sent: event.sent };
    case 'done': {
      const storedAs = event.storedAs === upload.name ? undefined : event.storedAs;
      return { ...upload, state: 'done', sent: upload.size, storedAs };
    }
    case 'fail':
      return { ...upload, state: 'failed', problem: event.problem };
    case 'cancel':
      return { ...upload, state: 'cancelled' };
  }
}

/**
 * The uploads to start now, so that at most `atOnce` run. Of two for one place the later one waits: the earlier one
 * keeps its name.
 */
export function uploadsToStart(queue: readonly Upload[], atOnce = 2): Upload[] {
  const open = queue.filter(isOpen);
  const running = open.filter((upload) => upload.state !== 'waiting').length;
  const taken = new Set<string>();
  const next = open.filter((upload) => {
    const isFree = !taken.has(upload.place);
    taken.add(upload.place);
    return isFree && upload.state === 'waiting';
  });
  return next.slice(0, Math.max(0, atOnce - running));
}

/** How the queue stands as a whole. Cancelled uploads do not count. */
export function uploadTotals(queue: readonly Upload[]): { all: number; done: number; failed: number; open: number } {
  const count = (state: Upload['state']) => queue.filter((upload) => upload.state === state).length;
  const open = queue.filter(isOpen).length;
  return { all: queue.length - count('cancelled'), done: count('done'), failed: count('failed'), open };
}
