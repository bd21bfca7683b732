/** What a door knows of a request beside the request itself. */
export type Door = {
  /** path and query exactly as sent; without it those of `request.url`, which Next has rewritten */
  rawUrl?: string;
  /** header names and values as they came, in turn */
  rawHeaders?: readonly string[];
  /** the client's address, null where the door cannot tell */
  address: string | null;
  /** the id of the session whose page of this portal sent the request; asked only for tokens that are bound to one */
  sessionId: () => Promise<string | null>;
};
