/**
 * LastModifiedTime of a change of content made at `now`: the later of now and the previous one plus a
 * millisecond, so that it differs from every earlier one even when the clock stood or jumped back.
 */
export function nextModifiedAt(previous: Date, now: Date): Date {
  return new Date(Math.max(now.getTime(), previous.getTime() + 1));
}
