/**
 * How many times more processor time `work` takes at four times the size: 4 where it is linear, 16 where it is
 * quadratic. How fast the machine is and what else it does make no difference.
 */
export function growthOf(work: (size: number) => unknown, size: number): number {
  return leastTime(() => work(size * 4)) / leastTime(() => work(size));
}

/** Microseconds of this process; the least of some tries, since tidying up memory may fall into one of them. */
function leastTime(work: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return user + system;
  });
  return Math.max(1, Math.min(...times));
}
