import { db } from '@/lib/db/db';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { logger } from '@/lib/logger';
import { fetchDiscovery } from './fetch-discovery';
import { type Discovery, parseDiscovery } from './parse-discovery';

export type CurrentDiscovery = {
  /** with the proof keys that were seen last, also where the newest document publishes none */
  discovery: Discovery;
  /** the newest document publishes no proof keys although an earlier one did */
  areKeysWithdrawn: boolean;
  /** milliseconds since 1970 */
  fetchedAt: number;
};

/** Discovery is read anew after 12 hours. */
const freshMs = 12 * 60 * 60_000;
/** A proof that fails, or a Document Server that went away, leads to one fetch a minute at most. */
const pauseMs = 60_000;
/** While there is no discovery at all nobody can open anything: then it is tried more often. */
const firstPauseMs = 5_000;

type Cache = {
  url: string;
  current: CurrentDiscovery | null;
  triedAt: number;
  refetchedAt: number;
  fetching: Promise<void> | null;
  /** the last try brought nothing that could be understood */
  hasFailed: boolean;
};
const holder = globalThis as typeof globalThis & { lecternDiscovery?: Cache };

/**
 * The discovery of the configured Document Server: from memory, else from the database, fetched anew when
 * it is older than 12 hours. A fetch that fails or brings something else leaves the last good one in force.
 * @returns null when no Document Server is configured
 * @throws AppError `unavailable` when none was ever fetched
 */
export async function discovery(): Promise<CurrentDiscovery | null> {
  const cache = await filledCache();
  if (!cache) return null;
  if (isDue(cache)) await fetchDue(cache);
  if (!cache.current) throw new AppError('unavailable', 'The Document Server does not answer.');
  return cache.current;
}

/**
 * The discovery in force, or the last one that was fetched, without ever waiting for the Document Server:
 * what is missing or old is fetched meanwhile, for whoever asks next.
 * @returns null when no Document Server is configured, or none was ever fetched
 */
export async function knownDiscovery(): Promise<CurrentDiscovery | null> {
  const cache = await filledCache();
  // It settles always: what goes wrong is logged where it is fetched.
  if (cache && isDue(cache)) void fetchDue(cache);
  return cache?.current ?? null;
}

/**
 * Fetches discovery again because a proof did not fit, at most once a minute in a process.
 * @returns what is in force then, or null
 */
export async function refetchDiscovery(): Promise<Discovery | null> {
  const { DOCUMENT_SERVER_URL: url } = env();
  if (!url) return null;
  const cache = cacheFor(url);
  if (!cache.fetching && Date.now() - cache.refetchedAt >= pauseMs) {
    cache.refetchedAt = Date.now();
    await fetchSoon(cache, 0, 0);
  } else await cache.fetching;
  return cache.current?.discovery ?? null;
}

/**
 * Whether the Document Server brought a discovery when it was asked last. It is asked now where that was more than a
 * minute ago.
 * @returns null when no Document Server is configured
 */
export async function isDiscoveryAnswered(): Promise<boolean | null> {
  const { DOCUMENT_SERVER_URL: url } = env();
  if (!url) return null;
  await refetchDiscovery();
  return !cacheFor(url).hasFailed;
}

/** The cache with what the database has; null when no Document Server is configured. */
async function filledCache(): Promise<Cache | null> {
  const { DOCUMENT_SERVER_URL: url } = env();
  if (!url) return null;
  const cache = cacheFor(url);
  if (!cache.current) {
    // In two steps: `??=` would read before it waits, and put an older one over what was fetched meanwhile.
    const stored = await lastStored(url);
    cache.current ??= stored;
  }
  return cache;
}

function isDue({ current }: Cache): boolean {
  return current === null || Date.now() - current.fetchedAt > freshMs;
}

function fetchDue(cache: Cache): Promise<void> {
  return fetchSoon(cache, cache.triedAt, cache.current ? pauseMs : firstPauseMs);
}

function cacheFor(url: string): Cache {
  if (holder.lecternDiscovery?.url !== url) {
    holder.lecternDiscovery = { url, current: null, triedAt: 0, refetchedAt: 0, fetching: null, hasFailed: false };
  }
  return holder.lecternDiscovery;
}

/** One fetch at a time; whoever comes meanwhile waits for the same. */
function fetchSoon(cache: Cache, lastTry: number, pause: number): Promise<void> {
  if (cache.fetching) return cache.fetching;
  if (Date.now() - lastTry < pause) return Promise.resolve();
  cache.triedAt = Date.now();
  cache.fetching = fetchNow(cache).finally(() => {
    cache.fetching = null;
  });
  return cache.fetching;
}

async function fetchNow(cache: Cache): Promise<void> {
  const { DOCUMENT_SERVER_INTERNAL_URL: internalUrl } = env();
  try {
    const xml = await fetchDiscovery(internalUrl ?? cache.url);
    const parsed = parseDiscovery(xml, cache.url, internalUrl);
    const fetchedAt = new Date();
    if (parsed.proofKeys)
      cache.current = { discovery: parsed, areKeysWithdrawn: false, fetchedAt: fetchedAt.getTime() };
    // Without keys it is in force only if the database says that none were ever seen: another instance may have.
    const row = { xml, fetchedAt, ...(parsed.proofKeys ? { keyedXml: xml } : {}) };
    const stored = await db().discovery.upsert({
      where: { url: cache.url },
      create: { url: cache.url, ...row },
      update: row,
    });
    cache.current = fromRow(stored);
    cache.hasFailed = false;
    if (cache.current.areKeysWithdrawn) {
      logger().error('the Document Server publishes no proof keys any more: those that it had stay demanded');
    }
  } catch (error) {
    cache.hasFailed = true;
    logger().warn({ err: error }, 'discovery could not be fetched');
  }
}

async function lastStored(url: string): Promise<CurrentDiscovery | null> {
  const row = await db().discovery.findUnique({ where: { url } });
  if (!row) return null;
  try {
    return fromRow(row);
  } catch {
    return null;
  }
}

type Row = { url: string; xml: string; keyedXml: string | null; fetchedAt: Date };

/** @throws AppError `unavailable` when this version cannot read the document */
function fromRow({ url, xml, keyedXml, fetchedAt }: Row): CurrentDiscovery {
  const { DOCUMENT_SERVER_INTERNAL_URL: internalUrl } = env();
  const newest = parseDiscovery(xml, url, internalUrl);
  const seen = newest.proofKeys || keyedXml === null ? null : parseDiscovery(keyedXml, url, internalUrl).proofKeys;
  return {
    discovery: { ...newest, proofKeys: newest.proofKeys ?? seen },
    areKeysWithdrawn: seen !== null,
    fetchedAt: fetchedAt.getTime(),
  };
}
