import type { EditedText } from './edited-text';
import type { Reading } from './session-state';

/** What the page shows of how a text was read. */
export function readingOf({ evidence, isSure, source, isConverted }: EditedText, isAsked = false): Reading {
  return { evidence, isSure, markCount: source.markCount, isConverted, isAsked };
}
