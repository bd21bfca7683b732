import { codeOf } from './code-of';

/**
 * Prisma: P1001/P1002 unreachable, P1008 timed out or SQLITE_BUSY, P1017 closed, P2024 no free connection,
 * P2028 transaction could not start in time, P2034 write conflict, P2037 too many connections.
 */
const codes = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2034', 'P2037']);
const words =
  /SQLITE_BUSY|database is locked|within a transaction|ECONNREFUSED|ECONNRESET|EPIPE|Connection terminated|timeout exceeded|terminating connection|the database system is|Query read timeout|57P0[123]|40001|40P01/i;

/** Whether an error of the database is likely to pass by itself: busy, restarting, out of connections. */
export function isTransient(error: unknown): boolean {
  const code = codeOf(error);
  if (code === 'P2002') return false;
  if (code !== undefined && codes.has(code)) return true;
  const isDatabase =
    (code?.startsWith('P') ?? false) || (error instanceof Error && /Prisma|DriverAdapter/.test(error.name));
  return isDatabase && words.test(`${String(error)} ${JSON.stringify(Reflect.get(Object(error), 'meta') ?? {})}`);
}
