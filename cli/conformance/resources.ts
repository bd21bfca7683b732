import { readFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '@/cli/command';
import type { CaseFile } from './case-file';

/**
 * The bytes that a request of a case file sends: from the file that it names, beside the case file; where that is
 * not there, a text of its own, since a host must not care what it is. Names with ZeroByte mean an empty file.
 */
export function readResources(file: CaseFile, caseFilePath: string): (id: string) => Buffer {
  const read = new Map<string, Buffer>();
  return (id) => {
    const known = read.get(id);
    if (known) return known;
    const resource = file.resources.get(id);
    if (!resource) throw new UsageError(`The case file has no resource ${id}.`);
    const bytes = fromFile(path.resolve(path.dirname(caseFilePath), resource.path)) ?? standIn(id, resource.name);
    read.set(id, bytes);
    return bytes;
  };
}

function fromFile(at: string): Buffer | null {
  try {
    return readFileSync(at);
  } catch {
    return null;
  }
}

function standIn(id: string, name: string): Buffer {
  return Buffer.from(/zero-?bytes?/i.test(id + name) ? '' : `Content of the resource ${id}, called ${name}.\n`);
}
