'use client';

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { readEditorMessage } from '@/lib/shared/post-message';
import { leaveEditor } from './leave-editor';
import { type EditorTarget, type MountedEditor, mountEditor } from './mount-editor';
import { withTheme } from './with-theme';

/** An editor that says nothing for so long gets a page in words. */
const patienceMs = 15_000;

type Handlers = {
  rename: (base: string) => void;
  change: () => void;
  edit: () => void;
  panel: (which: 'versions' | 'sharing') => void;
};

type FrameInput = {
  place: RefObject<HTMLElement | null>;
  /** another token makes another frame */
  target: EditorTarget;
  title: string;
  themeOf: () => 'light' | 'dark';
  on: Handlers;
};

/** The editor's frame and what it says. `waiting`: late, but the person wants to wait. */
export function useEditorFrame({ place, target, title, themeOf, on }: FrameInput) {
  const [state, setState] = useState<'loading' | 'late' | 'waiting' | 'ready'>('loading');
  const editor = useRef<MountedEditor | null>(null);
  const handlers = useRef(on);
  useEffect(() => {
    handlers.current = on;
  });
  const { actionUrl, editorOrigin, accessToken, accessTokenTtl, docsApiConfig } = target;

  useEffect(() => {
    const element = place.current;
    if (!element) return;
    setState('loading');
    const post = {
      actionUrl: withTheme(actionUrl, themeOf()),
      editorOrigin,
      accessToken,
      accessTokenTtl,
      docsApiConfig,
    };
    const mounted = mountEditor(element, post, title);
    editor.current = mounted;
    const timer = setTimeout(() => setState((now) => (now === 'loading' ? 'late' : now)), patienceMs);

    const listen = (event: MessageEvent) => {
      const message = readEditorMessage(event, { origin: editorOrigin, window: mounted.window() });
      switch (message?.id) {
        case 'App_LoadingStatus':
          clearTimeout(timer);
          setState('ready');
          mounted.send('Host_PostmessageReady');
          mounted.focus();
          break;
        case 'UI_Close':
          leaveEditor();
          break;
        case 'UI_Edit':
          handlers.current.edit();
          break;
        case 'UI_FileVersions':
          handlers.current.panel('versions');
          break;
        case 'UI_Sharing':
          handlers.current.panel('sharing');
          break;
        case 'File_Rename':
          handlers.current.rename(message.newName);
          break;
        case 'Edit_Notification':
          handlers.current.change();
          break;
      }
    };
    window.addEventListener('message', listen);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('message', listen);
      editor.current = null;
      mounted.remove();
    };
  }, [place, actionUrl, editorOrigin, accessToken, accessTokenTtl, docsApiConfig, title, themeOf]);

  return {
    state,
    send: useCallback((id: Parameters<MountedEditor['send']>[0]) => editor.current?.send(id), []),
    wait: () => setState('waiting'),
  };
}
