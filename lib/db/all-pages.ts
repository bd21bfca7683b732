/** Rows that one statement reads at most: a driver that does not wait makes everybody wait while it reads them. */
export const pageSize = 500;

/**
 * Reads however many rows there are, a page at a time.
 * @param readPage reads the {@link pageSize} rows behind one, in an order that does not change; null: the first
 */
export async function allPages<Row>(readPage: (after: Row | null) => Promise<Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after: Row | null = null; ; ) {
    const page = await readPage(after);
    for (const row of page) rows.push(row);
    if (page.length < pageSize) return rows;
    after = page.at(-1) ?? null;
  }
}
