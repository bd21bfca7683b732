import { db } from '@/lib/db/db';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { parseDiscovery } from './parse-discovery';

/**
 * Forgets that the configured Document Server ever published proof keys, after an administrator has made sure that it
 * is meant to publish none. A running server notices within a minute.
 * @returns whether its newest discovery publishes keys: those stay demanded
 * @throws AppError `not-found` when no discovery was fetched, `settings` without a Document Server
 */
export async function forgetKeys(): Promise<{ url: string; areStillPublished: boolean }> {
  const { DOCUMENT_SERVER_URL: url, DOCUMENT_SERVER_INTERNAL_URL: internalUrl } = env();
  if (!url) throw new AppError('settings', 'No Document Server is configured (DOCUMENT_SERVER_URL).');
  const [row] = await db().discovery.updateManyAndReturn({ where: { url }, data: { keyedXml: null } });
  if (!row) throw new AppError('not-found', 'The discovery of this Document Server was never fetched.');
  return { url, areStillPublished: parseDiscovery(row.xml, url, internalUrl).proofKeys !== null };
}
