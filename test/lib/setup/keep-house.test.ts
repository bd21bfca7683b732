import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { runJob } from '@/lib/jobs/run-job';
import { startJob } from '@/lib/jobs/start-job';
import { tidyUp } from '@/lib/setup/keep-house';
import { newId } from '@/lib/shared/new-id';
import type { Actor } from '@/lib/users/actor';
import { makeDocument } from '../../make-document';
import { makeDocuments } from '../../make-documents';
import { makePerson } from '../../make-person';

beforeAll(() => prepareDatabase({ guard: false }));

const now = new Date();
const ago = (ms: number) => new Date(now.getTime() - ms);
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const visitsKept = 500;

function token(actor: Actor, id: string, expiresAt: Date, more: { revokedAt?: Date } = {}) {
  return {
    id,
    tokenHash: id,
    userId: actor.userId,
    ceiling: 'edit',
    client: 'document-server',
    issuedAt: ago(3 * day),
    expiresAt,
    ...more,
  };
}

describe('house-keeping', () => {
  test('deletes access tokens 25 hours after their end, also revoked ones; until then a late save can be kept', async () => {
    const anna = await makePerson();
    const [old, oldRevoked, late, revoked, good] = Array.from({ length: 5 }, newId) as [
      string,
      string,
      string,
      string,
      string,
    ];
    const documentId = await makeDocument(anna);
    await db().accessToken.createMany({
      data: [
        token(anna, old, ago(25 * hour + 1000)),
        token(anna, oldRevoked, ago(25 * hour + 1000), { revokedAt: ago(2 * day) }),
        token(anna, late, ago(25 * hour - 60_000)),
        token(anna, revoked, ago(-1000), { revokedAt: ago(2 * day) }),
        token(anna, good, ago(-1000)),
      ],
    });
    const save = (tokenId: string) => ({ id: newId(), tokenId, documentId, signedTicks: 1n, acceptedAt: now });
    await db().acceptedSave.createMany({ data: [save(old), save(good)] });
    await tidyUp(now);
    const left = await db().accessToken.findMany({ where: { userId: anna.userId }, include: { acceptedSaves: true } });
    expect(left.map(({ id }) => id).sort()).toEqual([late, revoked, good].sort());
    expect(left.find(({ id }) => id === good)?.acceptedSaves).toHaveLength(1);
  });

  test('deletes sessions that have run out, and no other', async () => {
    const anna = await makePerson();
    const session = (id: string, expiresAt: Date, seenAt: Date) => ({
      id,
      userId: anna.userId,
      createdAt: ago(day),
      seenAt,
      expiresAt,
    });
    const [over, idle, good] = [newId(), newId(), newId()];
    await db().session.createMany({
      data: [
        session(over, ago(1000), ago(2000)),
        session(idle, ago(-day), ago(14 * day + 1000)),
        session(good, ago(-day), ago(14 * day - 60_000)),
      ],
    });
    await tidyUp(now);
    expect(await db().session.findMany({ where: { userId: anna.userId }, select: { id: true } })).toEqual([
      { id: good },
    ]);
  });

  test('deletes tries to sign in and notes of accepted saves when they count no more', async () => {
    const anna = await makePerson();
    const documentId = await makeDocument(anna);
    const [tokenId, accountKey] = [newId(), newId()];
    await db().accessToken.create({ data: token(anna, tokenId, ago(-day)) });
    const attempt = (at: Date) => ({ id: newId(), accountKey, address: '', at });
    await db().signInAttempt.createMany({
      data: [attempt(ago(15 * minute + 1000)), attempt(ago(15 * minute - 60_000))],
    });
    const save = (signedTicks: bigint, acceptedAt: Date) => ({
      id: newId(),
      tokenId,
      documentId,
      signedTicks,
      acceptedAt,
    });
    await db().acceptedSave.createMany({
      data: [save(1n, ago(25 * minute + 1000)), save(2n, ago(25 * minute - 60_000))],
    });
    await tidyUp(now);
    expect(await db().signInAttempt.count({ where: { accountKey } })).toBe(1);
    expect(await db().acceptedSave.findMany({ where: { tokenId }, select: { signedTicks: true } })).toEqual([
      { signedTicks: 2n },
    ]);
  });

  test('keeps the newest 500 visits of each person', async () => {
    const [anna, boris] = [await makePerson(), await makePerson()];
    const { id: folderId } = await db().folder.findUniqueOrThrow({ where: { rootOfId: anna.userId } });
    const ids = await makeDocuments(anna, folderId, visitsKept + 230);
    const visit = (person: Actor) => (documentId: string, n: number) => ({
      userId: person.userId,
      documentId,
      at: ago(n * 1000),
    });
    await db().visit.createMany({ data: [...ids.map(visit(anna)), ...ids.slice(0, 10).map(visit(boris))] });
    await tidyUp(now);
    const left = await db().visit.findMany({ where: { userId: anna.userId }, select: { documentId: true } });
    expect(new Set(left.map(({ documentId }) => documentId))).toEqual(new Set(ids.slice(0, visitsKept)));
    expect(await db().visit.count({ where: { userId: boris.userId } })).toBe(10);
  });

  test('deletes the audit trail behind AUDIT_RETENTION_DAYS, 400 where nothing is said, in batches', async () => {
    const row = (n: number, at: Date) => ({ id: newId(), at, action: 'test.old', outcome: 'done', detail: `${n}` });
    const old = Array.from({ length: 450 }, (_, n) => row(n, ago(400 * day + 1000 + n)));
    await db().auditEvent.createMany({ data: [...old, row(450, ago(400 * day - 60_000))] });
    await tidyUp(now);
    const left = await db().auditEvent.findMany({ where: { action: 'test.old' }, select: { detail: true } });
    expect(left).toEqual([{ detail: '450' }]);
  });

  test('deletes finished jobs and their items after a day', async () => {
    const anna = await makePerson();
    const jobs = [];
    for (const age of [day + 1000, day - 60_000]) {
      const id = await startJob(anna, { verb: 'trash', items: [{ kind: 'document', id: await makeDocument(anna) }] });
      await runJob(id);
      await db().job.update({ where: { id }, data: { finishedAt: ago(age) } });
      jobs.push(id);
    }
    const open = await startJob(anna, { verb: 'trash', items: [] });
    await db().job.update({ where: { id: open }, data: { createdAt: ago(9 * day) } });
    await tidyUp(now);
    const left = await db().job.findMany({
      where: { userId: anna.userId },
      select: { id: true },
      orderBy: { id: 'asc' },
    });
    expect(left.map(({ id }) => id)).toEqual([jobs[1], open].sort());
    expect(await db().jobItem.count({ where: { jobId: { in: jobs } } })).toBe(1);
  });
});
