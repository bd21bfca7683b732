import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Mutation } from './mutation';

const root = path.resolve(import.meta.dirname, '../..');
const leftOut = new Set(['node_modules', '.git', '.next', 'dist', 'data', 'test-results', 'playwright-report']);

/** A copy of the work tree that may be broken. The packages are those of the work tree. */
export class ScratchCopy {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'lectern-mutants-'));

  constructor() {
    cpSync(root, this.folder, {
      recursive: true,
      filter: (source) => !leftOut.has(path.relative(root, source)) && !source.endsWith('.tsbuildinfo'),
    });
    symlinkSync(path.join(root, 'node_modules'), path.join(this.folder, 'node_modules'));
  }

  /** Runs `work` while the product is broken. */
  async broken<T>({ file, from, to }: Mutation, work: () => Promise<T>): Promise<T> {
    const at = path.join(this.folder, file);
    const source = readFileSync(at, 'utf8');
    if (source.split(from).length !== 2) throw new Error(`${file} does not have this exactly once: ${from}`);
    writeFileSync(
      at,
      source.replace(from, () => to),
    );
    try {
      return await work();
    } finally {
      writeFileSync(at, source);
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
