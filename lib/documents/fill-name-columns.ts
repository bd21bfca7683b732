import { db } from '@/lib/db/db';
import { documentNameColumns, nameColumns } from '@/lib/shared/name-columns';

const atOnce = 500;

/**
 * Fills the columns that follow from a name in the rows of an older version, which has none of them. Done at
 * each start; finds nothing when there is nothing to do.
 */
export async function fillNameColumns(): Promise<void> {
  for (;;) {
    const rows = await db().document.findMany({
      where: { sortName: '' },
      select: { id: true, name: true },
      take: atOnce,
    });
    for (const { id, name } of rows) {
      const { sortName, searchName, kind } = documentNameColumns(name);
      // A rename in between has filled them already, with the newer name.
      await db().document.updateMany({ where: { id, name }, data: { sortName, searchName, kind } });
    }
    if (rows.length === 0) break;
  }
  for (;;) {
    const rows = await db().folder.findMany({
      where: { sortName: '' },
      select: { id: true, name: true },
      take: atOnce,
    });
    for (const { id, name } of rows) {
      const { sortName, searchName } = nameColumns(name);
      await db().folder.updateMany({ where: { id, name }, data: { sortName, searchName } });
    }
    if (rows.length === 0) break;
  }
}
