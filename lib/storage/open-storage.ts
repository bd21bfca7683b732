import path from 'node:path';
import { env } from '@/lib/env';
import { logger } from '@/lib/logger';
import { LocalStorage } from './local-storage';
import type { Storage } from './storage';

const holder = globalThis as typeof globalThis & { lecternStorage?: Storage };

/** The store of this process: a folder in DATA_DIR. Both doors share it. */
export function storage(): Storage {
  holder.lecternStorage ??= openLocal();
  return holder.lecternStorage;
}

function openLocal(): Storage {
  const local = new LocalStorage(path.join(env().DATA_DIR, 'documents'));
  void local.removeAbandoned().catch((error) => logger().error({ err: error }, 'temporary files could not be removed'));
  return local;
}
