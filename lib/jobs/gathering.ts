import { z } from 'zod';
import type { Scope } from '@/lib/listings/listing-query';

const scope: z.ZodType<Scope> = z.discriminatedUnion('place', [
  z.object({ place: z.literal('folder'), folderId: z.string() }),
  z.object({ place: z.enum(['shared', 'recent', 'starred', 'trash']) }),
  z.object({ place: z.literal('search'), text: z.string() }),
]);

const gathering = z.discriminatedUnion('from', [
  z.object({
    from: z.literal('list'),
    scope,
    kind: z.string().nullable(),
    toId: z.string().nullable(),
    onClash: z.enum(['refuse', 'keep-both', 'replace']),
    /** where the last page ended, see encodeCursor() */
    cursor: z.string().nullable(),
    count: z.number(),
  }),
  /** takes back what another job did, from the items behind a position on */
  z.object({ from: z.literal('job'), jobId: z.string(), after: z.number(), count: z.number() }),
]);

/** Where the items of a job still come from, how far that is, and how many there are already. */
export type Gathering = z.infer<typeof gathering>;

export function readGathering(text: string): Gathering {
  return gathering.parse(JSON.parse(text));
}

export function writeGathering(value: Gathering): string {
  return JSON.stringify(value);
}
