import type { RenderFailure } from './messages';

/** A document that a preview cannot show, and why. */
export class CannotShow extends Error {
  constructor(readonly reason: RenderFailure) {
    super(reason);
  }
}
