import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build, context } from 'esbuild';
import { root } from './run.mjs';

const outdir = path.join(root, 'public/built-in/assets');

/** What pdf.js reads beside a document: letters of Asian scripts, the fonts that every reader has, picture formats. */
const pdfFolders = { cmaps: 'cmaps', standard_fonts: 'fonts', wasm: 'wasm' };

/**
 * Bundles the built-in client (text editor and previews) for the browser, apart from the pages, so that no page
 * carries CodeMirror, pdf.js or docx-preview. The frames are modules that load what a file needs; what runs in a
 * sandbox without an origin of its own is one classic script each, which needs no leave from another origin, and so are
 * the workers.
 * @param {{ isProduction: boolean }} options while developing, the bundles follow their sources
 */
export async function buildBuiltInClient({ isProduction }) {
  rmSync(outdir, { recursive: true, force: true });
  const shared = {
    absWorkingDir: root,
    outdir,
    bundle: true,
    platform: 'browser',
    target: ['chrome111', 'firefox114', 'safari16.4'],
    jsx: 'automatic',
    minify: isProduction,
    sourcemap: isProduction ? false : 'inline',
    define: { 'process.env.NODE_ENV': JSON.stringify(isProduction ? 'production' : 'development') },
    loader: { '.woff2': 'file' },
    legalComments: 'external',
    logLevel: 'warning',
  };
  const bundles = [
    {
      ...shared,
      entryPoints: { text: 'app/built-in/_text/main.tsx', preview: 'app/built-in/_preview/main.tsx' },
      format: 'esm',
      splitting: true,
      chunkNames: 'chunks/[hash]',
    },
    {
      ...shared,
      entryPoints: {
        'sandbox-docx': 'app/built-in/_sandbox/docx/main.ts',
        'sandbox-pdf': 'app/built-in/_sandbox/pdf/main.ts',
        'sandbox-image': 'app/built-in/_sandbox/image/main.ts',
        'markdown-worker': 'app/built-in/_text/markdown-worker.ts',
        'pdf/worker': 'app/built-in/_sandbox/pdf/worker.ts',
      },
      format: 'iife',
      // pdf.js asks for its own address where it would load more by it; it is handed all of that.
      define: { ...shared.define, 'import.meta.url': '""' },
    },
  ];
  cpSync(path.join(root, 'node_modules/pdfjs-dist/LICENSE'), path.join(outdir, 'pdf/LICENSE'));
  for (const [folder, name] of Object.entries(pdfFolders)) {
    cpSync(path.join(root, 'node_modules/pdfjs-dist', folder), path.join(outdir, 'pdf', name), { recursive: true });
  }
  for (const options of bundles) {
    if (isProduction) await build(options);
    else await (await context(options)).watch();
  }
}
