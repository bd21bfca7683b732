/** What can be told to the editor through its URL, by the names that ONLYOFFICE and Microsoft give the parameters. */
export type ActionParameters = {
  wopiSrc: string;
  /** language of the interface, for example `de-DE` */
  ui?: string;
  /** regional settings */
  rs?: string;
  /** 1 light, 2 dark */
  thm?: '1' | '2';
  /** 1 hides the chat */
  dchat?: '1';
  /** session context, handed back with the first CheckFileInfo */
  sc?: string;
  /** further parameters, added at the end; none takes the place of one that the URL has */
  more?: readonly (readonly [name: string, value: string])[];
};

/**
 * Placeholder in discovery → parameter. Every other placeholder is dropped as a whole; BUSINESS_USER among them,
 * since the business flow is off.
 */
const known: Readonly<Record<string, Exclude<keyof ActionParameters, 'wopiSrc' | 'more'>>> = {
  UI_LLCC: 'ui',
  DC_LLCC: 'rs',
  THEME_ID: 'thm',
  DISABLE_CHAT: 'dchat',
  SESSION_CONTEXT: 'sc',
};

/**
 * Turns the `urlsrc` of a discovery action into the URL that the form is posted to (§8.1): placeholders
 * `<name=PLACEHOLDER&>` are filled or removed, and WOPISrc is added, percent-encoded, where the urlsrc
 * has no place for it.
 */
export function actionUrl(urlsrc: string, parameters: ActionParameters): string {
  const source = encodeURIComponent(parameters.wopiSrc);
  let hasSource = false;
  const filled = urlsrc.replace(/<([^<>=]*)=([^<>=&]*)&?>/g, (_, name: string, placeholder: string) => {
    if (placeholder === 'WOPI_SOURCE') {
      hasSource = true;
      return `${name}=${source}&`;
    }
    const parameter = Object.hasOwn(known, placeholder) ? known[placeholder] : undefined;
    const value = parameter && parameters[parameter];
    return value ? `${name}=${encodeURIComponent(value)}&` : '';
  });
  const clean = filled.replace(/[<>]/g, '').replace(/[?&]+$/, '');
  const url = hasSource ? clean : `${clean}${clean.includes('?') ? '&' : '?'}WOPISrc=${source}`;
  return withMore(url, parameters.more ?? []);
}

function withMore(url: string, more: NonNullable<ActionParameters['more']>): string {
  const taken = new Set([...new URL(url).searchParams.keys()].map((name) => name.toLowerCase()));
  const free = more.filter(([name]) => !taken.has(name.toLowerCase()));
  return url + free.map(([name, value]) => `&${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('');
}
