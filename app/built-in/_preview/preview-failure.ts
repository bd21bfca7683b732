import type { RenderFailure } from '@/app/built-in/_sandbox/messages';

/** Why there is no preview: what the host said, or what the document is. */
export type PreviewFailure = RenderFailure | 'unreachable' | 'signed-out' | 'gone' | 'too-slow' | 'empty';

/** Whether it may go well another time. */
export function mayPass(failure: PreviewFailure): boolean {
  return failure === 'unreachable' || failure === 'signed-out' || failure === 'too-slow';
}
