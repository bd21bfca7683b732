export const trashWords = {
  title: 'Trash',
  list: 'Documents and folders in the trash',
  note: 'What is here is deleted for ever 30 days after it was moved to the trash.',
  columns: { name: 'Name', deleted: 'Moved here', size: 'Size', actions: 'Actions' },
  folder: 'Folder',
  restore: 'Restore',
  restoreOf: (name: string) => `Restore “${name}”`,
  restored: (name: string) => `“${name}” is back`,
  restoreFailed: (name: string) => `“${name}” could not be taken back`,
  deleteOf: (name: string) => `Delete “${name}” for ever`,
  deleted: (name: string) => `“${name}” is deleted`,
  deleteFailed: (name: string) => `“${name}” was not deleted`,
  ask: {
    title: (name: string) => `Delete “${name}” for ever?`,
    text: 'All its versions go with it. This cannot be undone.',
    submit: 'Delete for ever',
    working: 'Deleting…',
  },
  empty: 'Empty the trash',
  askAll: {
    title: 'Empty the trash?',
    text: (n: number) =>
      n === 1
        ? 'What is in it is deleted for ever, with all its versions. This cannot be undone.'
        : `All ${n} things in it are deleted for ever, with all their versions. This cannot be undone.`,
    submit: 'Delete all for ever',
  },
  emptied: 'The trash was emptied',
  emptyFailed: 'The trash was not emptied',
  nothing: { title: 'The trash is empty', text: 'What you move to the trash stays here for 30 days.' },
  more: 'Show more',
};
