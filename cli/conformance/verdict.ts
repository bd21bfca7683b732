/** What looking at an answer found: sentences about what is wrong, and the names of what this tool cannot judge. */
export type Verdict = { problems: readonly string[]; unknown: readonly string[] };

export const fine: Verdict = { problems: [], unknown: [] };

export const wrong = (...problems: string[]): Verdict => ({ problems, unknown: [] });
export const notKnown = (...unknown: string[]): Verdict => ({ problems: [], unknown });

export function isFine({ problems, unknown }: Verdict): boolean {
  return problems.length === 0 && unknown.length === 0;
}

/** All of them have to be fine. */
export function allOf(verdicts: readonly Verdict[]): Verdict {
  return {
    problems: verdicts.flatMap(({ problems }) => problems),
    unknown: verdicts.flatMap(({ unknown }) => unknown),
  };
}

/** One that is fine is enough. Where none is and one cannot be judged, the whole cannot: it may have been that one. */
export function oneOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.some(isFine)) return fine;
  const { problems, unknown } = allOf(verdicts);
  return unknown.length > 0 ? notKnown(...unknown) : wrong(problems.join(', or '));
}
