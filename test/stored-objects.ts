import { readdirSync } from 'node:fs';
import path from 'node:path';
import { storage } from '@/lib/storage/open-storage';

/** The keys of everything that is stored, in order. */
export async function storedKeys(): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of storage().list()) keys.push(key);
  return keys.sort();
}

/** The files of bodies that are coming in. */
export function incomingFiles(): string[] {
  return readdirSync(path.join(process.env.DATA_DIR ?? '', 'documents', 'tmp'));
}
