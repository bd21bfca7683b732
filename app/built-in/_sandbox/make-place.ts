/** The empty main part of a sandbox, with the document's name for those who hear the page. */
export function makePlace(name: string): HTMLElement {
  const title = document.createElement('h1');
  title.textContent = name;
  const place = document.createElement('main');
  const content = document.createElement('div');
  content.className = 'content';
  place.append(title, content);
  document.body.replaceChildren(place);
  return content;
}
