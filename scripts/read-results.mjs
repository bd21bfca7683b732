/**
 * What vitest-results.mjs wrote. The commands name the line of each test that failed, so that they run just these.
 */
export function readVitest({ passed, failures }) {
  /** @type {Map<string, Map<string, (number | undefined)[]>>} lines by file by project */
  const projects = new Map();
  for (const { project, file, line } of failures) {
    if (!file) continue;
    const files = projects.get(project) ?? new Map();
    files.set(file, [...(files.get(file) ?? []), line]);
    projects.set(project, files);
  }
  return {
    passed,
    failures: failures.map(({ project, file, name }) => [project, file, name].filter(Boolean).join(' › ')),
    again: [...projects].map(
      ([project, files]) => `npx vitest run --project ${project} ${[...files].map(placesIn).join(' ')}`,
    ),
  };
}

/** The whole file where one that failed is no single test. */
function placesIn([file, lines]) {
  if (lines.includes(undefined)) return file;
  return [...new Set(lines)].map((line) => `${file}:${line}`).join(' ');
}

/** What Playwright's JSON says: `suites` hold `specs` and more suites, `errors` are those outside of any test. */
export function readPlaywright({ stats, suites, errors = [] }) {
  const failed = suites.flatMap((suite) => failedIn(suite, []));
  return {
    passed: stats.expected + stats.flaky,
    failures: [
      ...failed.map(({ file, name }) => `${file} › ${name}`),
      ...errors.map(({ message = '' }) => `an error outside of any test: ${message.split('\n', 1)[0]}`),
    ],
    again:
      failed.length > 0 ? [`npx playwright test ${failed.map(({ file, line }) => `${file}:${line}`).join(' ')}`] : [],
  };
}

function failedIn(suite, titles) {
  const own = (suite.specs ?? [])
    .filter((spec) => !spec.ok)
    .map(({ file, line, title }) => ({ file: `test/${file}`, line, name: [...titles, title].join(' › ') }));
  return [...own, ...(suite.suites ?? []).flatMap((each) => failedIn(each, [...titles, each.title]))];
}
