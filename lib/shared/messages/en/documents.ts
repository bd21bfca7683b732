export const documentWords = {
  title: 'My documents',
  list: 'Documents',
  columns: { name: 'Name', owner: 'Owner', modified: 'Modified', size: 'Size', actions: 'Actions' },
  you: 'You',
  count: (n: number) => (n === 1 ? '1 document' : `${n} documents`),
  sortBy: (column: string) => `Sort by ${column.toLowerCase()}`,
  loading: 'Loading your documents…',
  editing: (names: string[]) => {
    const [first = 'Somebody'] = names;
    return names.length > 1 ? `${names.length} editing` : `${first} is editing`;
  },
  youAreEditing: 'You are editing',
  recovery: {
    notice: 'A save could not be stored; its text was kept.',
    download: 'Download it',
    downloadFrom: (when: string) => `Download the text of ${when}`,
  },
  empty: {
    title: 'No documents yet',
    text: 'Drop files here, upload them, or start with a new document.',
    textPhone: 'Upload files, or start with a new document.',
  },
  new: {
    button: 'New',
    kinds: { document: 'Document', spreadsheet: 'Spreadsheet', presentation: 'Presentation' },
    titles: { document: 'New document', spreadsheet: 'New spreadsheet', presentation: 'New presentation' },
    defaults: { document: 'Document', spreadsheet: 'Spreadsheet', presentation: 'Presentation' },
    lead: 'What should it be called?',
    name: 'Name',
    create: 'Create and open',
    creating: 'Creating…',
  },
  menu: {
    of: (name: string) => `Actions for ${name}`,
    open: 'Open',
    openInNewTab: 'Open in new tab',
    download: 'Download',
    rename: 'Rename…',
    trash: 'Move to trash',
  },
  rename: {
    title: 'Rename',
    name: 'New name',
    submit: 'Rename',
    working: 'Renaming…',
    done: (name: string) => `Renamed to “${name}”`,
    failed: (name: string) => `“${name}” keeps its name`,
  },
  trash: {
    done: (name: string) => `“${name}” was moved to the trash`,
    undone: (name: string) => `“${name}” is back`,
    failed: (name: string) => `“${name}” was not moved to the trash`,
    undoFailed: (name: string) => `“${name}” could not be taken back`,
  },
  nameNeeded: 'A document needs a name. Type one.',
};
