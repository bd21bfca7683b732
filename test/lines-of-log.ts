import type pino from 'pino';
import { makeLogger } from '@/lib/logger';

const lines: string[] = [];

/** Everything that this process logged since this was imported, a JSON object each. */
export function linesOfLog(): readonly string[] {
  return lines;
}

// The product keeps its logger there, so that both doors share it.
(globalThis as typeof globalThis & { lecternLogger?: pino.Logger }).lecternLogger = makeLogger('info', {
  write: (line: string) => {
    lines.push(line.trimEnd());
  },
});
