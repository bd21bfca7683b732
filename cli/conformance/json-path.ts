/** A path that this tool does not understand. */
export class UnknownPath extends Error {
  override readonly name = 'UnknownPath';
}

type Step = (value: unknown) => unknown;

/**
 * What a path of the case file finds: `Url`, `ContainerPointer.Url`, `AncestorsWithRootFirst[0].Url`,
 * `AncestorsWithRootFirst[-1:].Url` (the last), `ChildFiles[?(@.Name=='a.docx')].Url` (the first that fits).
 * @returns undefined where there is nothing
 * @throws UnknownPath
 */
export function valueAt(value: unknown, path: string): unknown {
  let rest = path.replace(/^\$\.?/, '');
  const steps: Step[] = [];
  while (rest !== '') {
    const read = readStep(rest);
    if (!read) throw new UnknownPath(`path ${path}`);
    steps.push(read.step);
    rest = rest.slice(read.length);
  }
  return steps.reduce<unknown>((at, step) => step(at), value);
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
