import { describe, expect, test } from 'vitest';
import { type ClashAnswer, settleClashes } from '@/app/(portal)/_clash/clash-question';
import { type Placed, type Taken, uploadJobs, uploadQuestions } from '@/app/(portal)/_uploads/upload-jobs';

type Named = { name: string };
const placed = (...names: string[]): Placed<Named>[] =>
  names.map((path) => {
    const [name = '', folder] = path.split('/').reverse();
    return { file: { name }, folderId: folder ?? null, into: folder ?? 'My documents' };
  });
const taken = (name: string, folderId: string | null = null, canReplace = true): Taken => ({
  folderId,
  name,
  canReplace,
  modifiedAt: '2026-11-25T12:00:00.000Z',
});

/** What goes up of files, with the answers that a person gives one after the other; `asked` is what was asked. */
async function plan(files: Placed<Named>[], clashes: Taken[], ...answers: (ClashAnswer | null)[]) {
  const questions = uploadQuestions(files, clashes);
  const asked: string[] = [];
  const choices = await settleClashes(
    questions.map(({ question }) => question),
    async ({ name, into }, left) => {
      asked.push(`${name} in ${into}, ${left} left`);
      const answer = answers.shift();
      if (answer === undefined) throw new Error(`one question too many: ${name}`);
      return answer;
    },
  );
  const jobs = choices && uploadJobs(files, questions, choices);
  return { asked, jobs: jobs?.map(({ file, folderId, onClash }) => [folderId, file.name, onClash].join(' ')) };
}
const once = (choice: ClashAnswer['choice']): ClashAnswer => ({ choice, forAll: false });
const forAll = (choice: ClashAnswer['choice']): ClashAnswer => ({ choice, forAll: true });

test('where no name is taken nothing is asked, and nothing that comes in between is overwritten', async () => {
  expect(await plan(placed('a.docx', 'b.docx'), [])).toEqual({
    asked: [],
    jobs: [' a.docx refuse', ' b.docx refuse'],
  });
});

test('each name that is taken is asked about: replace, keep both, skip', async () => {
  const files = placed('a.docx', 'new.docx', 'b.docx', 'c.docx');
  const clashes = ['a.docx', 'b.docx', 'c.docx'].map((name) => taken(name));
  expect(await plan(files, clashes, once('replace'), once('keep-both'), once('skip'))).toEqual({
    asked: ['a.docx in My documents, 3 left', 'b.docx in My documents, 2 left', 'c.docx in My documents, 1 left'],
    jobs: [' a.docx replace', ' new.docx refuse', ' b.docx keep-both'],
  });
});

test('whoever cancels sends nothing, also of what was answered before', async () => {
  const { jobs } = await plan(placed('a.docx', 'b.docx'), [taken('a.docx'), taken('b.docx')], once('replace'), null);
  expect(jobs).toBeUndefined();
});

describe('an answer for all', () => {
  const files = placed('a.docx', 'b.docx', 'c.docx', 'd.docx');
  const clashes = ['a.docx', 'b.docx', 'c.docx'].map((name) => taken(name));

  test.each([
    ['replace', [' a.docx replace', ' b.docx replace', ' c.docx replace', ' d.docx refuse']],
    ['keep-both', [' a.docx keep-both', ' b.docx keep-both', ' c.docx keep-both', ' d.docx refuse']],
    ['skip', [' d.docx refuse']],
  ] as const)('%s: it holds for the rest', async (choice, jobs) => {
    const planned = await plan(files, clashes, forAll(choice));
    expect(planned).toEqual({ asked: ['a.docx in My documents, 3 left'], jobs });
  });

  test('to replace leaves out what cannot be replaced, which is asked about by itself', async () => {
    const some = [taken('a.docx'), taken('b.docx', null, false), taken('c.docx')];
    const { asked, jobs } = await plan(files, some, forAll('replace'), once('skip'));
    expect(asked).toHaveLength(2);
    expect(jobs).toEqual([' a.docx replace', ' c.docx replace', ' d.docx refuse']);
  });
});

test('a name is taken in its own folder only, and the question says which', async () => {
  const files = placed('Letter.docx', 'trip/Letter.docx');
  expect(await plan(files, [taken('Letter.docx', 'trip')], once('replace'))).toEqual({
    asked: ['Letter.docx in trip, 1 left'],
    jobs: [' Letter.docx refuse', 'trip Letter.docx replace'],
  });
});

test('two files of one name in one go both stay', async () => {
  expect((await plan(placed('a.docx', 'a.docx', 'trip/a.docx'), [])).jobs).toEqual([
    ' a.docx refuse',
    ' a.docx keep-both',
    'trip a.docx refuse',
  ]);
});
