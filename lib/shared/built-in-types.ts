import { splitName } from './split-name';

/** The largest text that the built-in editor edits, in bytes; of a larger one it shows the beginning. */
export const maxTextBytes = 10 * 1024 * 1024;

/** Text that any editor may edit. A Document Server that can goes first: several people edit together there. */
const plain = ['txt', 'csv'];

/**
 * Text that is source: an office editor would make a page of it and lose what it is. The name without an
 * extension is among them: README, Makefile, LICENSE.
 */
const source = [
  '',
  'md markdown json jsonc json5 ndjson xml xsd xsl xslt yaml yml toml ini conf cfg properties env log tsv html htm xhtml',
  'css scss sass less js mjs cjs jsx ts mts cts tsx vue svelte graphql gql proto',
  'c h cc cpp cxx hh hpp cs java kt kts scala groovy gradle swift m mm go rs zig d dart lua pl pm rb php py pyi r jl',
  'hs ml mli fs fsx clj cljs edn erl hrl ex exs elm lisp el scm rkt tcl pas vb vbs f90 asm s v sv vhd sol',
  'sh bash zsh fish ps1 psm1 bat cmd sql tex bib rst adoc org textile diff patch dockerfile makefile mk cmake nix tf',
  'gitignore gitattributes editorconfig lock srt vtt ics vcf eml po pot tmpl tpl',
]
  .join(' ')
  .split(' ');

const sources = new Set(source);
const texts = new Set([...plain, ...source]);

/** Which of the built-in previews shows a type. */
export const previewKinds = ['docx', 'pdf', 'image'] as const;
export type PreviewKind = (typeof previewKinds)[number];

const previews: Readonly<Record<string, PreviewKind>> = {
  docx: 'docx',
  pdf: 'pdf',
  png: 'image',
  apng: 'image',
  jpg: 'image',
  jpeg: 'image',
  jpe: 'image',
  jfif: 'image',
  pjpeg: 'image',
  pjp: 'image',
  gif: 'image',
  webp: 'image',
  avif: 'image',
  bmp: 'image',
  svg: 'image',
};

/** The extensions that the built-in editor edits, lower case, without a period; '' for names without one. */
export const textExtensions: readonly string[] = [...texts];

/** The extensions that a built-in preview shows, lower case, without a period. */
export const previewExtensions: readonly string[] = Object.keys(previews);

/** Whether a name is that of a text which the built-in editor edits. */
export function isText(name: string): boolean {
  return texts.has(extensionOf(name));
}

/** Whether a name is that of a text which an office editor would take apart. */
export function isSourceText(name: string): boolean {
  return sources.has(extensionOf(name));
}

/** The preview that shows a file of this name; null where there is none. */
export function previewKind(name: string): PreviewKind | null {
  const extension = extensionOf(name);
  return (Object.hasOwn(previews, extension) ? previews[extension] : undefined) ?? null;
}

function extensionOf(name: string): string {
  return splitName(name).extension.slice(1).toLowerCase();
}
