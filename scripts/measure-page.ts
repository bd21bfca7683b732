import type { Page } from '@playwright/test';
import { z } from 'zod';

/** What Lighthouse would say of a page. Bytes, milliseconds since the navigation began, and a score. */
export type PageFigures = {
  scriptBytes: number;
  scriptDecoded: number;
  allBytes: number;
  requests: number;
  firstContentfulPaint: number;
  largestContentfulPaint: number;
  timeToInteractive: number;
  totalBlockingTime: number;
  cumulativeLayoutShift: number;
};

/** The fast 4G of Chromium's developer tools, in bytes a second and milliseconds. */
const fast4g = {
  offline: false,
  downloadThroughput: (9_000_000 / 8) * 0.9,
  uploadThroughput: (1_500_000 / 8) * 0.9,
  latency: 60 * 2.75,
};
const quietMs = 5_000;

const seen = z.object({
  paint: z.number(),
  largest: z.number(),
  shift: z.number(),
  tasks: z.array(z.object({ start: z.number(), duration: z.number() })),
  ready: z.number(),
});

/** Runs in the page before anything of its own: collects what the browser reports. */
const observer = `(() => {
  const seen = { paint: 0, largest: 0, shift: 0, tasks: [], ready: 0 };
  const watch = (type, each) => new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  watch('paint', (entry) => { if (entry.name === 'first-contentful-paint') seen.paint = entry.startTime; });
  watch('largest-contentful-paint', (entry) => { seen.largest = entry.startTime; });
  watch('layout-shift', (entry) => { if (!entry.hadRecentInput) seen.shift += entry.value; });
  watch('longtask', (entry) => { seen.tasks.push({ start: entry.startTime, duration: entry.duration }); });
  addEventListener('DOMContentLoaded', () => { seen.ready = performance.now(); });
  globalThis.lecternSeen = seen;
  globalThis.lecternIsQuiet = () => {
    const busy = Math.max(seen.paint, seen.ready, ...seen.tasks.map((task) => task.start + task.duration));
    return seen.paint > 0 && seen.ready > 0 && performance.now() - busy > ${quietMs};
  };
})()`;

/** Opens a page on a slow machine and line with an empty cache, and waits until it has been quiet for five seconds. */
export async function measurePage(page: Page, url: string): Promise<PageFigures> {
  const devtools = await page.context().newCDPSession(page);
  const sizes = { scriptBytes: 0, scriptDecoded: 0, allBytes: 0, requests: 0 };
  const scripts = new Set<string>();
  let inFlight = 0;
  devtools.on('Network.requestWillBeSent', ({ redirectResponse }) => {
    if (!redirectResponse) inFlight += 1;
    sizes.requests += 1;
  });
  devtools.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  devtools.on('Network.dataReceived', ({ requestId, dataLength }) => {
    if (scripts.has(requestId)) sizes.scriptDecoded += dataLength;
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    inFlight -= 1;
    sizes.allBytes += encodedDataLength;
    if (scripts.has(requestId)) sizes.scriptBytes += encodedDataLength;
  });
  devtools.on('Network.loadingFailed', () => {
    inFlight -= 1;
  });
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', fast4g);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(observer);
  await page.goto(url, { waitUntil: 'load' });
  // Evaluated from outside: the page's policy forbids it to evaluate anything itself.
  while ((await page.evaluate('lecternIsQuiet()')) !== true) await page.waitForTimeout(250);
  if (inFlight > 2) throw new Error(`${inFlight} requests were still on their way after five quiet seconds.`);
  const { paint, largest, shift, tasks, ready } = seen.parse(await page.evaluate('lecternSeen'));
  const timeToInteractive = Math.max(paint, ready, ...tasks.map(({ start, duration }) => start + duration));
  return {
    ...sizes,
    firstContentfulPaint: paint,
    largestContentfulPaint: largest,
    timeToInteractive,
    // Lighthouse counts what begins after the first paint.
    totalBlockingTime: tasks
      .filter(({ start }) => start >= paint)
      .reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0),
    cumulativeLayoutShift: shift,
  };
}
