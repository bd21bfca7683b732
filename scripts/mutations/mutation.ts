/** A change of one place in the product that breaks a rule, and the tests that should notice. */
export type Mutation = {
  /** the rule that no longer holds, as a sentence about the broken product */
  breaks: string;
  file: string;
  /** stands exactly once in the file */
  from: string;
  to: string;
  /** test files, the likeliest first */
  tests: readonly string[];
  /** why no test can or need notice; it is reported apart */
  survives?: string;
};

const operations = 'test/lib/wopi/operations';

/** The test file of a WOPI operation. */
export function operation(name: string): string {
  return `${operations}/${name}.test.ts`;
}

/** A test file below test/lib. */
export function lib(name: string): string {
  return `test/lib/${name}.test.ts`;
}
