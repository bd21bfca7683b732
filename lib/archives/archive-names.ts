import { foldName, makeNameLegal, makeNameUnique } from '@/lib/shared/file-names';

/** The names in one folder of an archive: legal, hence without separators and no `..`, and each only once. */
export class ArchiveNames {
  readonly #taken = new Set<string>();
  /** where the search for a free name goes on: many things may have the same */
  readonly #tries = new Map<string, number>();

  take(name: string): string {
    const legal = makeNameLegal(name);
    const key = foldName(legal);
    for (let n = this.#tries.get(key) ?? 0; ; n += 1) {
      const candidate = makeNameUnique(legal, n);
      const folded = foldName(candidate);
      if (this.#taken.has(folded)) continue;
      this.#taken.add(folded);
      this.#tries.set(key, n + 1);
      return candidate;
    }
  }
}
