/** A discovery document in the form of Collabora's: apps by module, one page for all, no placeholders, old formats edited as they are. */
export function collaboraDiscovery(base: string, proofKeyElement = ''): string {
  const apps: Record<string, string[]> = {
    writer: ['docx', 'doc', 'odt', 'rtf'],
    calc: ['xlsx', 'xls', 'ods'],
    impress: ['pptx', 'ppt', 'odp'],
  };
  const elements = Object.entries(apps).map(([name, extensions]) => {
    const actions = extensions.map(
      (ext) => `<action default="true" ext="${ext}" name="edit" urlsrc="${base}/browser/1a2b3c/cool.html?"/>`,
    );
    return `<app favIconUrl="${base}/browser/1a2b3c/images/${name}.ico" name="${name}">${actions.join('')}</app>`;
  });
  return `<wopi-discovery><net-zone name="external-http">${elements.join('')}</net-zone>${proofKeyElement}</wopi-discovery>`;
}
