import { Counter, Histogram, Registry } from 'prom-client';

function makeMetrics() {
  const registry = new Registry();
  return {
    registry,
    wopiRequests: new Counter({
      name: 'wopi_requests_total',
      help: 'WOPI requests by operation and answered status',
      labelNames: ['operation', 'status'],
      registers: [registry],
    }),
    wopiSeconds: new Histogram({
      name: 'wopi_request_seconds',
      help: 'Time from request to answer by operation',
      labelNames: ['operation'],
      buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60],
      registers: [registry],
    }),
    lockConflicts: new Counter({
      name: 'wopi_lock_conflicts_total',
      help: 'Requests refused for a lock',
      registers: [registry],
    }),
    recoveryCopies: new Counter({
      name: 'recovery_copies_total',
      help: 'Refused saves whose bytes were kept',
      registers: [registry],
    }),
  };
}

const holder = globalThis as typeof globalThis & { lecternMetrics?: ReturnType<typeof makeMetrics> };

/** The counters of this process; both doors share them. */
export function metrics() {
  holder.lecternMetrics ??= makeMetrics();
  return holder.lecternMetrics;
}
