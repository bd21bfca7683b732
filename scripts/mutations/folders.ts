import { lib, type Mutation } from './mutation';

const depth = lib('folders/depth');
const deep = lib('trash/deep-folders');

export const foldersMutations: readonly Mutation[] = [
  {
    breaks: 'a move does not count how tall it is what moves',
    file: 'lib/folders/move-folders.ts',
    from: 'above.length + (heights.get(id) ?? 1) > deepest',
    to: 'above.length >= deepest',
    tests: [depth],
  },
  {
    breaks: 'a copy that would lie too deep is begun',
    file: 'lib/folders/copy-folder-steps.ts',
    from: 'above.length + (heights.get(folder.id) ?? 1) > deepest',
    to: 'above.length >= deepest',
    tests: [depth],
  },
  {
    breaks: 'a folder comes out of the trash deeper than the limit',
    file: 'lib/trash/untrash-folders.ts',
    from: 'depth + height <= deepest',
    to: 'depth <= deepest',
    tests: [depth],
  },
  {
    breaks: 'what an older version made too tall stays in the trash for ever',
    file: 'lib/trash/untrash-folders.ts',
    from: ' || height >= deepest',
    to: '',
    tests: [depth],
  },
  {
    breaks: 'what lies in the trash by itself counts when the folder around it moves',
    file: 'lib/folders/folder-heights.ts',
    from: 'trashedAt !== null && trashedWithId === null',
    to: 'id === trashedWithId',
    tests: [depth],
  },
  {
    breaks: 'what lies deeper than 200 folders is never deleted',
    file: 'lib/trash/delete-contents.ts',
    from: 'level.length > 0; )',
    to: 'level.length > 0 && levels.length < 200; )',
    tests: [deep],
  },
  {
    breaks: 'what an older version left behind in the trash stays there',
    file: 'lib/trash/purge-trash.ts',
    from: '  await freeLostFolders();\n',
    to: '',
    tests: [deep],
  },
];
