/** What to do with something whose name is taken where it goes. */
export type ClashChoice = 'replace' | 'keep-both' | 'skip';

export type ClashQuestion = {
  name: string;
  doing: 'upload' | 'move' | 'copy' | 'restore';
  /** the name of the folder */
  into: string;
  /** false for folders, and for documents that the person may not change */
  canReplace: boolean;
  /** ISO 8601: when what is there was last changed, where that is known */
  modifiedAt: string | null;
};

export type ClashAnswer = { choice: ClashChoice; forAll: boolean };
/** Asks one question; `left` counts it and those after it. Null: the person cancelled everything. */
export type AskClash = (question: ClashQuestion, left: number) => Promise<ClashAnswer | null>;

/**
 * Asks about each name in turn, until an answer is for all of the rest. Where "replace" for all meets something
 * that cannot be replaced, that one is asked about by itself.
 * @returns the choices in the order of the questions, or null when the person cancelled
 */
export async function settleClashes(questions: readonly ClashQuestion[], ask: AskClash): Promise<ClashChoice[] | null> {
  const choices: ClashChoice[] = [];
  let forAll: ClashChoice | null = null;
  for (const [index, question] of questions.entries()) {
    if (forAll !== null && (forAll !== 'replace' || question.canReplace)) {
      choices.push(forAll);
      continue;
    }
    const answer: ClashAnswer | null = await ask(question, questions.length - index);
    if (answer === null) return null;
    choices.push(answer.choice);
    if (answer.forAll) forAll = answer.choice;
  }
  return choices;
}
