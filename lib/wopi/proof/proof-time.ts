const ticksAt1970 = 621_355_968_000_000_000n;
const ticksPerMs = 10_000n;
const oldestMs = 20 * 60_000;
const aheadMs = 5 * 60_000;

/** X-WOPI-TimeStamp as .NET ticks (100 ns since the year 1), or null for what is no such number. */
export function parseTicks(text: string | null): bigint | null {
  if (text === null || !/^\d{1,19}$/.test(text)) return null;
  const ticks = BigInt(text);
  return ticks < 2n ** 63n ? ticks : null;
}

/** Milliseconds since 1970 of a time in .NET ticks. */
export function ticksToMs(ticks: bigint): number {
  return Number((ticks - ticksAt1970) / ticksPerMs);
}

/** Whether a signed time is at most 20 minutes old and at most 5 ahead. @param now milliseconds since 1970 */
export function isProofTimely(ticks: bigint, now: number): boolean {
  const age = now - ticksToMs(ticks);
  return age <= oldestMs && age >= -aheadMs;
}
