/** What to do when something of the same name is where a thing goes. */
export type OnClash =
  /** leave everything as it is, and say so */
  | 'refuse'
  /** "name (1)" */
  | 'keep-both'
  /** a new version of what is there; for documents only */
  | 'replace';
