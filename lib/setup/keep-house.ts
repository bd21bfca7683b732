import { logger } from '@/lib/logger';
import { purgeTrash } from '@/lib/trash/purge-trash';

const everyMs = 6 * 60 * 60_000;

/** Does now, and every six hours while the process lives, what nobody waits for: purges the trash. */
export function keepHouse(): void {
  const work = () => {
    purgeTrash(new Date()).catch((error) => logger().error({ err: error }, 'the trash could not be purged'));
  };
  work();
  setInterval(work, everyMs).unref();
}
