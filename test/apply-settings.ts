import { env, readSettings } from '@/lib/env';
import type { Settings } from './built-server';

/**
 * Puts settings into force in this process, where they are read once. A test file may have several suites: what
 * one of them had set does not stay for the next.
 */
export function applySettings(settings: Settings): void {
  const read = readSettings({ ...process.env, ...settings });
  for (const name of Object.keys(env())) if (!(name in read)) Reflect.deleteProperty(env(), name);
  Object.assign(env(), read);
}
