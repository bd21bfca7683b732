import { env } from '@/lib/env';
import { previewExtensions, textExtensions } from '@/lib/shared/built-in-types';
import type { Action, Discovery } from './parse-discovery';

/**
 * What the built-in client can do, as a discovery of its own that stands beside the Document Server's: it edits
 * and shows text, and shows pictures, PDF and .docx. It signs nothing; see admit().
 */
export function builtInDiscovery(): Discovery {
  const actions = [
    ...textExtensions.flatMap((ext) => [action('text', 'edit', ext), action('text', 'view', ext)]),
    ...previewExtensions.map((ext) => action('preview', 'view', ext)),
  ];
  return { actions, proofKeys: null, favIcons: {} };
}

function action(app: 'text' | 'preview', name: 'edit' | 'view', ext: string): Action {
  return {
    app,
    ext,
    name,
    urlsrc: `${env().PUBLIC_URL}/built-in/${app}?mode=${name}&<ui=UI_LLCC&><thm=THEME_ID&>`,
    requires: name === 'edit' ? ['update', 'locks'] : [],
    targetext: null,
    isDefault: name === 'edit',
  };
}
