/** What a person may do with one document now. */
export type Rights = {
  read: boolean;
  /** may only add comments (UserCanOnlyComment) */
  comment: boolean;
  /** may propose changes (UserCanReview) */
  review: boolean;
  /** may take the lock and store content: editors, reviewers and commenters */
  save: boolean;
  /** may change everything in it (UserCanWrite) */
  edit: boolean;
  rename: boolean;
  trash: boolean;
  share: boolean;
};

export const roles = ['viewer', 'commenter', 'reviewer', 'editor'] as const;
export type Role = (typeof roles)[number];

export const noRights: Rights = {
  read: false,
  comment: false,
  review: false,
  save: false,
  edit: false,
  rename: false,
  trash: false,
  share: false,
};

/** The rights that come with each role, and with owning the document. */
export const rightsOf: Readonly<Record<Role | 'owner', Rights>> = {
  viewer: { ...noRights, read: true },
  commenter: { ...noRights, read: true, comment: true, save: true },
  reviewer: { ...noRights, read: true, review: true, save: true },
  editor: { ...noRights, read: true, save: true, edit: true, rename: true },
  owner: { ...noRights, read: true, save: true, edit: true, rename: true, trash: true, share: true },
};
