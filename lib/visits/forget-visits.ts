import { db } from '@/lib/db/db';
import { inSmallBatches } from '@/lib/db/in-small-batches';

/** How many of the documents that a person opened last are remembered. */
export const visitsKept = 500;

/** Deletes each person's visits beyond the newest {@link visitsKept}. @returns how many */
export async function forgetVisits(): Promise<number> {
  let deleted = 0;
  for (let after = ''; ; ) {
    const people = await db().user.findMany({
      where: { id: { gt: after } },
      select: { id: true },
      orderBy: { id: 'asc' },
      take: 100,
    });
    for (const { id } of people) deleted += await inSmallBatches((most) => forgetSome(id, most));
    const last = people.at(-1);
    if (!last) return deleted;
    after = last.id;
  }
}

async function forgetSome(userId: string, most: number): Promise<number> {
  const old = await db().visit.findMany({
    where: { userId },
    select: { documentId: true, at: true },
    orderBy: [{ at: 'desc' }, { documentId: 'asc' }],
    skip: visitsKept,
    take: most,
  });
  const [newest] = old;
  if (!newest) return 0;
  const documentId = { in: old.map((row) => row.documentId) };
  // One that was opened again meanwhile is new.
  return (await db().visit.deleteMany({ where: { userId, documentId, at: { lte: newest.at } } })).count;
}
