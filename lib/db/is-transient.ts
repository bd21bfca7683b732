import { codeOf } from './code-of';
import { driverCause } from './driver-cause';

/**
 * Prisma: P1001/P1002 unreachable, P1008 timed out or SQLITE_BUSY, P1017 closed, P2024 no free connection,
 * P2028 transaction could not start or end in time, P2034 write conflict, P2037 too many connections.
 */
const codes = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2034', 'P2037']);

/** What the driver adapters call the same; SQLITE_BUSY is their "SocketTimeout". */
const kinds = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TransactionWriteConflict',
  'TooManyConnections',
]);

/**
 * PostgreSQL's SQLSTATE: 08 connection, 53200/53300 out of memory or connections, 40001/40P01 conflict,
 * 55P03 lock not free, 57014 statement timeout, 57P01-57P05 shutting down or starting, 25P03 idle too long.
 */
const sqlStates = /^(08...|53[23]00|40001|40P01|55P03|57014|57P0[1235]|25P03)$/;

/** Errors of the PostgreSQL driver that Prisma passes on as they are: they have no code. */
const driverWords =
  /^(Query read timeout|Connection terminated|timeout expired$|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Cannot use a pool after)/;

const socketCodes = new Set(['EPIPE', 'ECONNRESET', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN']);

/** Whether an error of the database is likely to pass by itself: busy, frozen, restarting, out of connections. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  if (code === 'P2002') return false;
  if (code !== undefined && codes.has(code)) return true;
  const cause = driverCause(error);
  if (cause) return isTransientCause(cause);
  if (code === undefined) return driverWords.test(error.message);
  return socketCodes.has(code) && Reflect.get(error, 'syscall') !== undefined;
}

function isTransientCause(cause: object): boolean {
  const kind: unknown = Reflect.get(cause, 'kind');
  if (typeof kind === 'string' && kinds.has(kind)) return true;
  const original: unknown = Reflect.get(cause, 'originalCode');
  if (typeof original !== 'string') return false;
  return sqlStates.test(original) || /^SQLITE_(BUSY|LOCKED|PROTOCOL)/.test(original);
}
