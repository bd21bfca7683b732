import { env } from '@/lib/env';
import { isSourceText } from '@/lib/shared/built-in-types';
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
  // Source text is edited by the built-in editor, as it is.
  const targets =
    known && Object.entries(conversionTargets(known.discovery)).filter(([ext]) => !isSourceText(`a.${ext}`));
  return { targets: targets && Object.fromEntries(targets), areAllowed: env().WOPI_SAVE_COPY_AS };
}
