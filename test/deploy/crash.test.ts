import { test } from 'vitest';
import { killInSaves } from '../server/kill-in-saves';

test('F03: killed in the middle of saves again and again, a restarted server has every acknowledged save', () =>
  killInSaves(12));
