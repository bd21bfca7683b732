import { existsSync, readFileSync } from 'node:fs';
import { run, runNode } from './run.mjs';

const isDebian = () => existsSync('/etc/debian_version') || /debian/i.test(readFileSync('/etc/os-release', 'utf8'));

/**
 * Sees to it that the browser tests have a Chromium: the system's, or Playwright's own, or on Debian as root
 * the package of the distribution.
 * @returns {Promise<string | null>} where it is, null when none could be had
 */
export async function ensureChromium() {
  const asked = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  if (existsSync(asked)) return asked;
  const { chromium } = await import('@playwright/test');
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  if (process.platform === 'linux' && process.getuid?.() === 0 && isDebian()) {
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], quiet);
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet);
    return existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : null;
  }
  await runNode(['node_modules/@playwright/test/cli.js', 'install', 'chromium']);
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}
