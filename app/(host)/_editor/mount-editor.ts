'use client';

import { type HostMessage, hostMessage } from '@/lib/shared/post-message';

export type EditorTarget = {
  actionUrl: string;
  editorOrigin: string;
  accessToken: string;
  /** milliseconds since 1970 */
  accessTokenTtl: number;
  docsApiConfig: string;
};

export type MountedEditor = {
  /** the window that messages must come from */
  window: () => Window | null;
  send: (message: HostMessage) => void;
  focus: () => void;
  remove: () => void;
};

/**
 * As ONLYOFFICE's and Microsoft's host pages have it, but that an editor leads the whole window only where a person has
 * just clicked: a document's script would lead people to a page that looks like ours.
 */
const sandbox =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals';
const topNavigation = { editor: 'allow-top-navigation-by-user-activation', converter: 'allow-top-navigation' };
const allow = 'autoplay; camera; microphone; display-capture; clipboard-read; clipboard-write';

let frames = 0;

/**
 * Makes the editor's frame and posts the form into it. Always a new frame: the first page of a frame
 * leaves no entry in the history, so that Back leaves the editor in one step, also after a renewal.
 * @param kind a page that converts leads the window to the copy when it has made one, which takes its time
 */
export function mountEditor(
  place: HTMLElement,
  target: EditorTarget,
  title: string,
  kind: keyof typeof topNavigation,
  onLoad: () => void,
): MountedEditor {
  frames += 1;
  const frame = document.createElement('iframe');
  frame.name = `lectern-editor-${frames}`;
  frame.title = title;
  frame.allowFullscreen = true;
  frame.setAttribute('sandbox', `${sandbox} ${topNavigation[kind]}`);
  frame.setAttribute('allow', allow);
  place.replaceChildren(frame);

  const form = document.createElement('form');
  form.method = 'post';
  form.action = target.actionUrl;
  form.target = frame.name;
  form.hidden = true;
  form.append(
    hiddenField('access_token', target.accessToken),
    hiddenField('access_token_ttl', String(target.accessTokenTtl)),
    hiddenField('docs_api_config', target.docsApiConfig),
  );
  document.body.append(form);
  form.submit();
  form.remove();

  const send: MountedEditor['send'] = (message) =>
    frame.contentWindow?.postMessage(hostMessage(message, Date.now()), target.editorOrigin);
  frame.addEventListener('load', () => {
    send({ id: 'Host_PostmessageReady' });
    onLoad();
  });
  return {
    window: () => frame.contentWindow,
    send,
    focus: () => frame.focus(),
    remove: () => frame.remove(),
  };
}

function hiddenField(name: string, value: string): HTMLInputElement {
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = name;
  field.value = value;
  return field;
}
