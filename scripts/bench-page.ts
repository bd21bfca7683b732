// Measures the list page of the production build in Chromium, as on a phone: a processor four times as slow and a
// fast 4G line. Prints the medians as a table. usage: npm run bench:page   (after npm run build)
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { startServer } from '../test/built-server';
import { findChromium } from './ensure-chromium.mjs';
import { measurePage, type PageFigures } from './measure-page';

const runs = 5;
const admin = { email: 'admin@example.com', password: 'only for this run' };
const documents = 100;

const folder = mkdtempSync(path.join(tmpdir(), 'lectern-bench-page-'));
const files = Array.from({ length: documents }, (_, n) =>
  path.join(folder, `Report ${n + 1}.${['docx', 'xlsx', 'pptx', 'pdf'][n % 4]}`),
);
for (const file of files) writeFileSync(file, 'x');
const server = await startServer({ settings: { LOG_LEVEL: 'warn', ADMIN_PASSWORD: admin.password } });
const system = findChromium();
const browser = await chromium.launch({
  ...(system ? { executablePath: system } : {}),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const env = { ...process.env, DATA_DIR: server.dataDir, PORT: String(server.port) };
  execFileSync(process.execPath, ['scripts/portal.mjs', 'import', ...files, '--user', admin.email], { env });

  const first = await browser.newContext();
  const signIn = await first.newPage();
  await signIn.goto(`${server.url}/signin`);
  await signIn.getByLabel('E-mail').fill(admin.email);
  await signIn.getByLabel('Password').fill(admin.password);
  await signIn.getByRole('button', { name: 'Sign in' }).click();
  await signIn.waitForURL('**/documents');
  const storageState = await first.storageState();
  await first.close();

  const figures: PageFigures[] = [];
  for (let n = 0; n <= runs; n += 1) {
    const context = await browser.newContext({ storageState });
    const measured = await measurePage(await context.newPage(), `${server.url}/documents`);
    // The first warms the server up.
    if (n > 0) figures.push(measured);
    await context.close();
  }
  const median = (key: keyof PageFigures) => figures.map((each) => each[key]).sort((a, b) => a - b)[runs >> 1] ?? 0;
  const kB = (key: keyof PageFigures) => `${(median(key) / 1000).toFixed(0)} kB`;
  const seconds = (key: keyof PageFigures) => `${(median(key) / 1000).toFixed(2)} s`;
  const rows = [
    ['JavaScript sent, compressed', kB('scriptBytes')],
    ['the same, decoded', kB('scriptDecoded')],
    ['everything sent', kB('allBytes')],
    ['requests', String(median('requests'))],
    ['first contentful paint', seconds('firstContentfulPaint')],
    ['largest contentful paint', seconds('largestContentfulPaint')],
    ['time to interactive', seconds('timeToInteractive')],
    ['total blocking time', `${median('totalBlockingTime').toFixed(0)} ms`],
    ['cumulative layout shift', median('cumulativeLayoutShift').toFixed(3)],
  ];
  console.log(
    `\nThe list page with ${documents} documents: Chromium ${browser.version()}, cold cache, fast 4G, processor 4 × slower, median of ${runs}\n`,
  );
  console.log('| figure | value |\n|---|---|');
  for (const [name, value] of rows) console.log(`| ${name} | ${value} |`);
} finally {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
