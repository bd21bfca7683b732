import { describe, expect, test } from 'vitest';
import { doWithList, trashItems } from '@/app/(portal)/_list/actions';
import { makeUploadFolders } from '@/app/(portal)/_list/folder-actions';
import { endOfWork, undoWork } from '@/app/(portal)/_work/actions';
import type { WorkResult, WorkView } from '@/app/(portal)/_work/work-answer';
import { db } from '@/lib/db/db';
import { createFolder } from '@/lib/folders/create-folder';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import { startJob } from '@/lib/jobs/start-job';
import { mostNamesOfPaths } from '@/lib/shared/most-names-of-paths';
import { act } from '../act-in-process';
import { inProcess } from '../in-process-host';
import { makeDocuments } from '../make-documents';
import { makePerson } from '../make-person';
import type { Browser } from '../wopi-client/browser';

inProcess('Work at many things', (host) => {
  const full = async (count: number) => {
    const root = await ownRootFolder(host.anna);
    const folder = await createFolder(host.anna, { parentId: root.id, name: 'Full', mode: 'suggested' });
    return { folderId: folder.id, ids: await makeDocuments(host.anna, folder.id, count) };
  };
  const isLive = (folderId: string) => db().document.count({ where: { folderId, trashedAt: null } });
  const workOf = (result: WorkResult) => (result.ok ? result.work : null);
  const ask = (browser: Browser, jobId: string) => browser.fetch(`/api/jobs/${jobId}`, { method: 'POST' });
  const asDocuments = (ids: readonly string[]) => ids.map((id) => ({ kind: 'document' as const, id }));

  /** What the page does: asks for more until all is done. */
  async function seeThrough(browser: Browser, jobId: string): Promise<WorkView[]> {
    const views: WorkView[] = [];
    for (;;) {
      const answer = await ask(browser, jobId);
      expect(answer.status).toBe(200);
      const view = (await answer.json()) as WorkView;
      views.push(view);
      if (view.isFinished) return views;
    }
  }

  test('all of a list goes by its place and filter, in one wish, and one undo takes it back', async () => {
    const browser = await host.browser();
    const { folderId } = await full(240);
    const place = { place: 'folder' as const, folderId };
    const begun = workOf(await act(browser, () => doWithList({ verb: 'trash', place, kind: 'pdf' })));
    const done = (await seeThrough(browser, begun?.jobId ?? '')).at(-1);
    expect(done).toMatchObject({ verb: 'trash', isFinished: true, total: 60, done: 60, refused: 0, refusal: null });
    expect(await isLive(folderId)).toBe(180);
    const undone = workOf(await act(browser, () => undoWork({ jobId: begun?.jobId ?? '' })));
    await seeThrough(browser, undone?.jobId ?? '');
    expect(await isLive(folderId)).toBe(240);
  });

  test('the page is told how far it is, and in the end what became of each', async () => {
    const browser = await host.browser();
    const { ids } = await full(120);
    const jobId = await startJob(host.anna, {
      verb: 'trash',
      items: [...asDocuments(ids), ...asDocuments(['a'.repeat(26)])],
    });
    const views = await seeThrough(browser, jobId);
    expect(views.at(-1)).toMatchObject({ isFinished: true, total: 121, done: 121, refused: 1 });
    const end = await act(browser, () => endOfWork({ jobId }));
    const results = end.ok ? end.results : [];
    expect(results.map(({ itemId, ok }) => [itemId, ok])).toEqual([
      ...ids.map((id) => [id, true]),
      ['a'.repeat(26), false],
    ]);
    expect(results.at(-1)).toMatchObject({ code: 'not-found', message: expect.stringContaining('does not exist') });
  });

  describe('POST /api/jobs/ID', () => {
    test('is for the person’s own work, from their own page, in their language', async () => {
      const { ids, folderId } = await full(1);
      const jobId = await startJob(host.anna, { verb: 'trash', items: asDocuments(ids) });
      const other = await host.browser(await makePerson('Eve'));
      expect((await ask(other, jobId)).status).toBe(404);
      expect((await ask(await host.browser(), 'nonsense')).status).toBe(404);
      const lured = await host.browser();
      lured.forged = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
      expect((await ask(lured, jobId)).status).toBe(403);
      expect((await host.fetch(`/api/jobs/${jobId}`, { method: 'POST', headers: { origin: host.url } })).status).toBe(
        401,
      );
      expect(await isLive(folderId)).toBe(1);
      expect((await ask(await host.browser(), jobId)).status).toBe(200);
      expect(await isLive(folderId)).toBe(0);
    });
  });

  test('each list of an action has a bound, and so has the product of two', async () => {
    const browser = await host.browser();
    const before = await db().folder.count();
    const path = (length: number) => Array.from({ length }, (_, n) => `Part ${n}`);
    const make = (paths: string[][]) => act(browser, () => makeUploadFolders({ folderId: null, paths }));
    for (const paths of [
      Array.from({ length: 2001 }, () => path(1)),
      [path(101)],
      Array.from({ length: mostNamesOfPaths / 50 + 1 }, () => path(50)),
    ]) {
      expect(await make(paths)).toMatchObject({ ok: false });
    }
    expect(await db().folder.count()).toBe(before);
    expect(await make(Array.from({ length: 3 }, () => path(4)))).toMatchObject({ ok: true });
    expect(await db().folder.count()).toBe(before + 4);
    expect(await act(browser, () => trashItems(asDocuments(Array(501).fill('a'.repeat(26)))))).toMatchObject({
      ok: false,
    });
  });
});
