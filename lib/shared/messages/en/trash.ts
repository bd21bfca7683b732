export const trashWords = {
  title: 'Trash',
  list: 'Documents and folders in the trash',
  note: 'What is here is deleted for ever 30 days after it was moved to the trash.',
  columns: { name: 'Name', deleted: 'Moved here', size: 'Size', actions: 'Actions' },
  folder: 'Folder',
  restore: 'Restore',
  restoreOf: (name: string) => `Restore “${name}”`,
  deleteOf: (name: string) => `Delete “${name}” for ever`,
  deleted: (n: number, one: string) => (n === 1 ? `“${one}” is deleted` : `${n} items are deleted`),
  notDeleted: (n: number, one: string) => (n === 1 ? `“${one}” was not deleted` : `${n} items were not deleted`),
  ask: {
    title: (name: string) => `Delete “${name}” for ever?`,
    titleMany: (n: number) => `Delete ${n} items for ever?`,
    text: 'All versions go too. This cannot be undone.',
    submit: 'Delete for ever',
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
};
