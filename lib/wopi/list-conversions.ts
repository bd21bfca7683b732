import { env } from '@/lib/env';
import { knownDiscovery } from './discovery/discovery';
import { type ConversionTargets, conversionTargets } from './discovery/find-conversion';

/** What a list of documents has to know about types that can only be edited as a copy. */
export type Conversions = {
  /** null while no discovery was ever fetched */
  targets: ConversionTargets | null;
  /** false where Save Copy As is switched off for the whole portal */
  areAllowed: boolean;
};

/** Which types are edited as a copy of another type, by the last known discovery: it never waits for the Document Server. */
export async function listConversions(): Promise<Conversions> {
  const known = await knownDiscovery();
  return { targets: known && conversionTargets(known.discovery), areAllowed: env().WOPI_SAVE_COPY_AS };
}
