const windowMs = 60_000;
const unknownTokensPerWindow = 120;
const mostAddresses = 10_000;

type Count = { since: number; tries: number };
const holder = globalThis as typeof globalThis & { lecternFlood?: Map<string, Count> };

/**
 * Counts a request with a token that was never issued. It protects nothing but the log and the database
 * from a flood, so it may live in the process's memory; tokens that are known never come here.
 * @returns true when this address has tried too often within the last minute
 */
export function floodsWithUnknownTokens(address: string | null, now = Date.now()): boolean {
  holder.lecternFlood ??= new Map();
  const counts = holder.lecternFlood;
  const key = address ?? 'unknown';
  const count = counts.get(key);
  if (!count || now - count.since >= windowMs) {
    if (counts.size >= mostAddresses) counts.clear();
    counts.set(key, { since: now, tries: 1 });
    return false;
  }
  count.tries += 1;
  return count.tries > unknownTokensPerWindow;
}
