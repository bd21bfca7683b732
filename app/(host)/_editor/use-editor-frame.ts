'use client';

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { type EditorMessage, type HostMessage, readEditorMessage } from '@/lib/shared/post-message';
import { type EditorTarget, type MountedEditor, mountEditor } from './mount-editor';
import { withTheme } from './with-theme';

/** An editor that says nothing for so long gets a page in words. */
const patienceMs = 15_000;

/** A message of the editor apart from how its loading goes. */
export type EditorWish = Exclude<EditorMessage, { id: 'App_LoadingStatus' }>;

type FrameInput = {
  place: RefObject<HTMLElement | null>;
  /** another token makes another frame */
  target: EditorTarget;
  title: string;
  themeOf: () => 'light' | 'dark';
  /** a page that converts posts no messages, and does not say when it is ready */
  kind: 'editor' | 'converter';
  onMessage: (message: EditorWish) => void;
};

/** The editor's frame and what it says. `waiting`: late, but the person wants to wait. */
export function useEditorFrame({ place, target, title, themeOf, kind, onMessage }: FrameInput) {
  const [state, setState] = useState<'loading' | 'late' | 'waiting' | 'ready'>('loading');
  const editor = useRef<MountedEditor | null>(null);
  const handler = useRef(onMessage);
  useEffect(() => {
    handler.current = onMessage;
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
    const timer = setTimeout(() => setState((now) => (now === 'loading' ? 'late' : now)), patienceMs);
    const beReady = () => {
      clearTimeout(timer);
      setState('ready');
    };
    const mounted = mountEditor(element, post, title, kind, () => kind === 'editor' || beReady());
    editor.current = mounted;

    const listen = (event: MessageEvent) => {
      const message = readEditorMessage(event, { origin: editorOrigin, window: mounted.window() });
      if (message?.id === 'App_LoadingStatus') {
        beReady();
        mounted.send({ id: 'Host_PostmessageReady' });
        mounted.focus();
      } else if (message) handler.current(message);
    };
    window.addEventListener('message', listen);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('message', listen);
      editor.current = null;
      mounted.remove();
    };
  }, [place, actionUrl, editorOrigin, accessToken, accessTokenTtl, docsApiConfig, title, themeOf, kind]);

  return {
    state,
    send: useCallback((message: HostMessage) => editor.current?.send(message), []),
    /** Takes the frame away, so that it does not open the document again by itself; another token brings it back. */
    remove: useCallback(() => {
      editor.current?.remove();
      setState('loading');
    }, []),
    wait: () => setState('waiting'),
  };
}
