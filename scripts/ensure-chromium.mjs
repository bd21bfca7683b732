import { existsSync, readFileSync } from 'node:fs';
import { run, runNode } from './run.mjs';

/** Debian's two: the one without windows does the same with less. */
const systems = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

/** The system's Chromium, or the one that was asked for. */
export const findChromium = () => [process.env.CHROMIUM_PATH ?? systems].flat().find((file) => existsSync(file));

const isDebian = () => existsSync('/etc/debian_version') || /debian/i.test(readFileSync('/etc/os-release', 'utf8'));

/**
 * Sees to it that the browser tests have a Chromium: the system's, or Playwright's own, or on Debian as root
 * the package of the distribution.
 * @returns {Promise<string | null>} where it is, null when none could be had
 */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  const { chromium } = await import('@playwright/test');
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  if (process.platform === 'linux' && process.getuid?.() === 0 && isDebian()) {
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], quiet);
    for (const name of ['chromium-headless-shell', 'chromium']) {
      await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], quiet);
      const installed = findChromium();
      if (installed) return installed;
    }
    return null;
  }
  await runNode(['node_modules/@playwright/test/cli.js', 'install', 'chromium']);
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}
