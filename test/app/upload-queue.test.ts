import { expect, test } from 'vitest';
import {
  type Upload,
  type UploadEvent,
  uploadQueue,
  uploadsToStart,
  uploadTotals,
} from '@/app/(portal)/_uploads/upload-queue';

const files = ['a', 'b', 'c'].map((id) => ({ id, name: `${id}.docx`, place: id, size: 100 }));
const after = (...events: UploadEvent[]): Upload[] =>
  events.reduce(uploadQueue, uploadQueue([], { type: 'add', uploads: files }));
const states = (queue: Upload[]) => queue.map((upload) => upload.state).join(' ');

test('two files go up at once, the others wait their turn', () => {
  const ids = (queue: Upload[]) => uploadsToStart(queue).map((upload) => upload.id);
  expect(ids(after())).toEqual(['a', 'b']);
  expect(ids(after({ type: 'start', id: 'a' }, { type: 'start', id: 'b' }))).toEqual([]);
  const oneDone: UploadEvent[] = [
    { type: 'start', id: 'a' },
    { type: 'start', id: 'b' },
    { type: 'done', id: 'a', storedAs: 'a.docx' },
  ];
  expect(ids(after(...oneDone))).toEqual(['c']);
});

test('of two files for one place the later one waits, so that the earlier one keeps its name', () => {
  const uploads = [
    { id: 'a', name: 'Plan.md', place: 'plan.md', size: 1 },
    { id: 'b', name: 'plan.md', place: 'plan.md', size: 1 },
    { id: 'c', name: 'c.md', place: 'c.md', size: 1 },
  ];
  const added = uploadQueue([], { type: 'add', uploads });
  expect(uploadsToStart(added).map(({ id }) => id)).toEqual(['a', 'c']);
  const started = uploadQueue(added, { type: 'start', id: 'a' });
  expect(uploadsToStart(started).map(({ id }) => id)).toEqual(['c']);
  const ended = uploadQueue(started, { type: 'fail', id: 'a', problem: 'broken' });
  expect(uploadsToStart(ended).map(({ id }) => id)).toEqual(['b', 'c']);
});

test('a file that is up whole is being stored, not done, until the server says so', () => {
  const queue = after({ type: 'start', id: 'a' }, { type: 'progress', id: 'a', sent: 100 });
  expect(queue[0]?.state).toBe('storing');
  expect(uploadTotals(queue)).toEqual({ all: 3, done: 0, failed: 0, open: 3 });
});

test('the tray says when the document got another name', () => {
  expect(after({ type: 'done', id: 'a', storedAs: 'a (1).docx' })[0]?.storedAs).toBe('a (1).docx');
  expect(after({ type: 'done', id: 'a', storedAs: 'a.docx' })[0]?.storedAs).toBeUndefined();
});

test('a cancelled upload stays cancelled, whatever its request still reports', () => {
  const queue = after(
    { type: 'start', id: 'a' },
    { type: 'cancel', id: 'a' },
    { type: 'progress', id: 'a', sent: 50 },
    { type: 'fail', id: 'a', problem: 'aborted' },
  );
  expect(queue[0]).toMatchObject({ state: 'cancelled', sent: 0 });
  expect(uploadTotals(queue).all).toBe(2);
});

test('what failed or was cancelled can be tried again, what is done cannot', () => {
  const again: UploadEvent = { type: 'retry', id: 'a' };
  expect(after({ type: 'fail', id: 'a', problem: 'broken' }, again)[0]).toMatchObject({ state: 'waiting', sent: 0 });
  expect(after({ type: 'cancel', id: 'a' }, again)[0]?.state).toBe('waiting');
  expect(after({ type: 'done', id: 'a', storedAs: 'a.docx' }, again)[0]?.state).toBe('done');
});

test('cancelling all leaves what is done', () => {
  expect(states(after({ type: 'done', id: 'a', storedAs: 'a.docx' }, { type: 'cancel-all' }))).toBe(
    'done cancelled cancelled',
  );
});

test('closing the tray keeps what is still on its way', () => {
  expect(after({ type: 'done', id: 'a', storedAs: 'a.docx' }, { type: 'clear' }).map(({ id }) => id)).toEqual([
    'b',
    'c',
  ]);
});
