/** Runs `work` for some hundred values at a time: databases limit the number of values in one statement. */
export async function inChunks<V, T>(values: readonly V[], work: (some: V[]) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let from = 0; from < values.length; from += 500) results.push(await work(values.slice(from, from + 500)));
  return results;
}
