type Step = (value: unknown) => unknown;

/**
 * What a path of the case file finds: `Url`, `ContainerPointer.Url`, `AncestorsWithRootFirst[0].Url`,
 * `AncestorsWithRootFirst[-1:].Url` (the last), `ChildFiles[?(@.Name=='a.docx')].Url` (the first that fits).
 * @returns undefined where there is nothing, and for a path that is not known
 */
export function valueAt(value: unknown, path: string): unknown {
  return stepsOf(path)?.reduce<unknown>((at, step) => step(at), value);
}

/** Whether this tool understands a path. */
export function isPathKnown(path: string): boolean {
  return stepsOf(path) !== null;
}

function stepsOf(path: string): Step[] | null {
  let rest = path.replace(/^\$\.?/, '');
  const steps: Step[] = [];
  while (rest !== '') {
    const read = readStep(rest);
    if (!read) return null;
    steps.push(read.step);
    rest = rest.slice(read.length);
  }
  return steps;
}

function readStep(rest: string): { step: Step; length: number } | null {
  const name = /^\.?([A-Za-z_]\w*)/.exec(rest);
  if (name?.[1]) {
    const key = name[1];
    return { step: (value) => property(value, key), length: name[0].length };
  }
  const index = /^\[(-?\d+):?\]/.exec(rest);
  if (index?.[1]) {
    const at = Number(index[1]);
    return { step: (value) => (Array.isArray(value) ? value.at(at) : undefined), length: index[0].length };
  }
  const filter = /^\[\?\(\s*@\.(\w+)\s*==\s*'([^']*)'\s*\)\]/.exec(rest);
  if (!filter?.[1]) return null;
  const [whole, key, wanted] = filter;
  const fits = (each: unknown) => property(each, key) === wanted;
  return { step: (value) => (Array.isArray(value) ? value.find(fits) : undefined), length: whole.length };
}

function property(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return Reflect.get(value, name);
}
