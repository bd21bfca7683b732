import { env, readSettings } from '@/lib/env';
import type { Settings } from './built-server';

/** Puts settings into force in this process, where they are read once; a test file may have several suites. */
export function applySettings(settings: Settings): void {
  Object.assign(env(), readSettings({ ...process.env, ...settings }));
}
