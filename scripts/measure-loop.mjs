// Measures the gaps of the event loop in the process that it is loaded into (NODE_OPTIONS=--import …): upon SIGUSR2
// it prints them as a line of JSON, in milliseconds, and begins anew. `work` is the most that this process itself
// computed within one gap: on a machine with nothing else to do both are the same. See scripts/bench-bulk.ts.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const resolution = 5;
const delay = monitorEventLoopDelay({ resolution });
delay.enable();

let used = process.cpuUsage();
let work = 0;
setInterval(() => {
  const now = process.cpuUsage();
  work = Math.max(work, now.user - used.user + now.system - used.system);
  used = now;
}, resolution).unref();

process.on('SIGUSR2', () => {
  const ms = (nanoseconds) => Math.round(nanoseconds / 1e5) / 10;
  const figures = { longest: ms(delay.max), p99: ms(delay.percentile(99)), work: ms(work * 1000) };
  process.stdout.write(`loop ${JSON.stringify(figures)}\n`);
  delay.reset();
  work = 0;
});
