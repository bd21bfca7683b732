const batch = 200;

/**
 * Deletes what may be much in small batches, each a statement of its own: others have their turn between them.
 * @param deleteSome deletes at most so many rows, and returns how many those were
 * @returns how many were deleted
 */
export async function inSmallBatches(deleteSome: (most: number) => Promise<number>): Promise<number> {
  for (let deleted = 0; ; ) {
    const some = await deleteSome(batch);
    deleted += some;
    if (some < batch) return deleted;
  }
}
