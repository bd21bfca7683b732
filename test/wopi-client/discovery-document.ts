const placeholders =
  '<rs=DC_LLCC&><dchat=DISABLE_CHAT&><embed=EMBEDDED&><fs=FULLSCREEN&><hid=HOST_SESSION_ID&><rec=RECORDING&><sc=SESSION_CONTEXT&><thm=THEME_ID&><ui=UI_LLCC&><wopisrc=WOPI_SOURCE&>&';

type App = {
  name: string;
  path: string;
  mime: string;
  edits: string[];
  views: Record<string, string | null>;
  templates: string[];
};

const apps: App[] = [
  {
    name: 'Word',
    path: 'word',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    edits: ['docx', 'odt', 'rtf', 'txt'],
    views: { doc: 'docx', html: 'docx' },
    templates: ['docx'],
  },
  {
    name: 'Excel',
    path: 'cell',
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    edits: ['xlsx', 'ods', 'csv'],
    views: { xls: 'xlsx' },
    templates: ['xlsx'],
  },
  {
    name: 'PowerPoint',
    path: 'slide',
    mime: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    edits: ['pptx', 'odp'],
    views: { ppt: 'pptx' },
    templates: ['pptx'],
  },
  { name: 'Pdf', path: 'pdf', mime: 'application/pdf', edits: ['pdf'], views: { djvu: null }, templates: ['pdf'] },
];

/** A discovery document in the form of ONLYOFFICE's: apps, then apps by MIME type with an empty ext, capabilities, proof key. */
export function discoveryDocument(base: string, proofKeyElement: string): string {
  const byName = apps.map((app) => element(app.name, `${base}/favicon-${app.path}.ico`, actionsOf(base, app)));
  const byType = apps.map((app) =>
    element(app.mime, null, [action('view', '', `${base}/hosting/wopi/${app.path}/view?`)]),
  );
  const capabilities = `<app name="Capabilities"><action ext="" name="getinfo" requires="locks,update" urlsrc="${base}/hosting/capabilities"/></app>`;
  return `<?xml version="1.0" encoding="utf-8"?><wopi-discovery><net-zone name="external-http">${[...byName, ...byType].join('')}${capabilities}</net-zone>${proofKeyElement}</wopi-discovery>`;
}

function actionsOf(base: string, app: App): string[] {
  const url = (mode: string, extra = '') => `${base}/hosting/wopi/${app.path}/${mode}?${extra}`;
  const view = (ext: string, isDefault: boolean) => [
    action('view', ext, url('view'), isDefault ? ' default="true"' : ''),
    action('embedview', ext, url('view', 'embed=1&')),
    action('mobileView', ext, url('view', 'mobile=1&')),
  ];
  const edit = (ext: string) => [
    action('edit', ext, url('edit'), ' default="true" requires="locks,update"'),
    action('mobileEdit', ext, url('edit', 'mobile=1&'), ' requires="locks,update"'),
    ...(app.templates.includes(ext) ? [action('editnew', ext, url('edit'), ' requires="locks,update"')] : []),
  ];
  return [
    ...app.edits.flatMap((ext) => [...view(ext, false), ...edit(ext)]),
    ...Object.entries(app.views).flatMap(([ext, target]) => [
      ...view(ext, true),
      ...(target === null
        ? []
        : [
            action(
              'convert',
              ext,
              `${base}/hosting/wopi/convert-and-edit/${ext}/${target}?`,
              ` targetext="${target}" requires="update"`,
            ),
          ]),
    ]),
  ];
}

function element(name: string, icon: string | null, actions: string[]): string {
  return `<app name="${name}"${icon ? ` favIconUrl="${icon}"` : ''}>${actions.join('')}</app>`;
}

function action(name: string, ext: string, url: string, more = ''): string {
  return `<action name="${name}" ext="${ext}"${more} urlsrc="${escapeXml(url + placeholders)}"/>`;
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
