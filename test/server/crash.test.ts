import { test } from 'vitest';
import { killInSaves } from './kill-in-saves';

test('F03: killed in the middle of saves, a restarted server has every acknowledged save, and no row names missing bytes', () =>
  killInSaves(2));
