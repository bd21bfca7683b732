import { strToU8, zipSync } from 'fflate';
import { docxParts, link, makeDocx, paragraph, picture } from './make-docx';
import { makePdf } from './make-pdf';
import { makePng } from './make-png';

export type HostileFile = {
  name: string;
  rule: string;
  bytes: Buffer;
  /** whether something of it is to be seen; otherwise a sentence says why not; null: either */
  isShown: boolean | null;
  /** what is clicked on in it */
  clicks?: string[];
};

/** The corpus: files that run a script or ask for something at `outside`, if they are let. */
export function hostileFiles(outside: string): HostileFile[] {
  const script = `window.xss=1;parent.xss=1;top.xss=1;fetch('${outside}/script');alert('xss')`;
  const page = `<html><head><meta http-equiv="refresh" content="0;url=${outside}/refresh"></head><body onload="${script}"><script>${script}</script><img src="${outside}/img.png" onerror="${script}"><iframe src="${outside}/frame"></iframe></body></html>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="200" height="200" onload="${script}"><script>${script}</script><style>@import url('${outside}/style.css'); rect { fill: url('${outside}/fill.svg#a') }</style><image href="${outside}/image.png" width="50" height="50"/><use xlink:href="${outside}/use.svg#a"/><foreignObject width="100" height="100"><body xmlns="http://www.w3.org/1999/xhtml"><iframe src="${outside}/foreign"/><img src="${outside}/foreign.png" onerror="${script}"/></body></foreignObject><a xlink:href="javascript:${script}"><rect width="100" height="100"/></a><animate onbegin="${script}" attributeName="x" dur="1s"/></svg>`;
  return [
    ...pictures(svg, page),
    {
      name: 'page.docx',
      rule: 'HTML with the name of a .docx is a sentence',
      bytes: Buffer.from(page),
      isShown: false,
    },
    { name: 'page.pdf', rule: 'HTML with the name of a PDF is a sentence', bytes: Buffer.from(page), isShown: false },
    {
      name: 'polyglot.pdf',
      rule: 'HTML before a PDF stays a PDF',
      bytes: Buffer.concat([
        Buffer.from(`<script>${script.slice(0, 200)}</script>\n`),
        makePdf({ pages: ['Polyglot'] }),
      ]),
      isShown: true,
    },
    ...documents(outside, script, page, svg),
    ...portable(outside),
  ];
}

function pictures(svg: string, page: string): HostileFile[] {
  return [
    {
      name: 'script.svg',
      rule: 'an SVG is shown and nothing in it runs or loads',
      bytes: Buffer.from(svg),
      isShown: true,
    },
    {
      name: 'utf16.svg',
      rule: 'an SVG in UTF-16 is the same',
      bytes: Buffer.from(`\ufeff${svg}`, 'utf16le'),
      isShown: true,
    },
    {
      name: 'page.png',
      rule: 'HTML with the name of a picture is a sentence',
      bytes: Buffer.from(page),
      isShown: false,
    },
    { name: 'svg.png', rule: 'an SVG with the name of a PNG is no PNG', bytes: Buffer.from(svg), isShown: false },
    {
      name: 'polyglot.gif',
      rule: 'a GIF that is also a script is a broken picture or a picture, never a script',
      bytes: Buffer.from(`GIF89a/*\x01\x00\x01\x00\x80*/=1;${page}`, 'latin1'),
      isShown: null,
    },
    {
      name: 'tail.png',
      rule: 'a picture with HTML behind its end is a picture',
      bytes: Buffer.concat([makePng(20, 20, [9, 9, 9]), Buffer.from(page)]),
      isShown: true,
    },
  ];
}

function documents(outside: string, script: string, page: string, svg: string): HostileFile[] {
  const external = (id: string, target: string, type = 'hyperlink') => ({ id, type, target, external: true });
  const css = `x&quot;}} * { background: url(${outside}/css.png) } @import url(${outside}/css.css); {{`;
  return [
    {
      name: 'links.docx',
      rule: 'links to scripts, data and files lead nowhere',
      isShown: true,
      clicks: ['js', 'data', 'file', 'upper'],
      bytes: makeDocx(link('r1', 'js') + link('r2', 'data') + link('r3', 'file') + link('r4', 'upper'), {
        relations: [
          external('r1', `javascript:${script}`),
          external('r2', 'data:text/html,&lt;script&gt;alert(1)&lt;/script&gt;'),
          external('r3', 'file:///etc/passwd'),
          external('r4', ` JaVa&#9;ScRiPt:${script}`),
        ],
      }),
    },
    {
      name: 'pictures.docx',
      rule: 'pictures that stand elsewhere are not asked for',
      isShown: true,
      bytes: makeDocx(
        paragraph('Text') +
          picture('link', 'r1') +
          picture('embed', 'r1') +
          picture('embed', 'r2') +
          '<w:p><w:r><w:pict><v:shape><v:imagedata r:id="r1"/></v:shape></w:pict></w:r></w:p>',
        {
          relations: [
            external('r1', `${outside}/beacon.png`, 'image'),
            { id: 'r2', type: 'image', target: 'media/a.svg' },
          ],
          more: { 'word/media/a.svg': strToU8(svg) },
        },
      ),
    },
    {
      name: 'altchunk.docx',
      rule: 'a page within a .docx (altChunk) is left out',
      isShown: true,
      bytes: makeDocx(`${paragraph('Before')}<w:altChunk r:id="r1"/>${paragraph('After')}`, {
        relations: [{ id: 'r1', type: 'aFChunk', target: 'chunk.html' }],
        more: { 'word/chunk.html': strToU8(page) },
      }),
    },
    {
      name: 'macros.docx',
      rule: 'macros and embedded objects stay packed',
      isShown: true,
      bytes: makeDocx(paragraph('With macros'), {
        mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml',
        relations: [
          { id: 'r1', type: 'oleObject', target: 'embeddings/oleObject1.bin' },
          external('r2', `${outside}/template.dotm`, 'attachedTemplate'),
        ],
        more: { 'word/vbaProject.bin': strToU8('VBA'), 'word/embeddings/oleObject1.bin': strToU8('OLE') },
      }),
    },
    {
      name: 'style.docx',
      rule: 'a font name that breaks out of its style asks for nothing',
      isShown: true,
      bytes: makeDocx(
        `<w:p><w:r><w:rPr><w:rFonts w:ascii="${css}" w:hAnsi="${css}"/><w:color w:val="${css}"/></w:rPr><w:t>Styled</w:t></w:r></w:p>`,
      ),
    },
    {
      name: 'entities.docx',
      rule: 'entities that grow without end (and any DTD) are a sentence',
      isShown: false,
      bytes: Buffer.from(
        zipSync({
          ...docxParts(''),
          'word/document.xml': strToU8(
            `<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY x SYSTEM "${outside}/dtd">]><w:document xmlns:w="x">&b;&x;</w:document>`,
          ),
        }),
      ),
    },
  ];
}

function portable(outside: string): HostileFile[] {
  const action = `<< /S /JavaScript /JS (app.alert\\('xss'\\); this.submitForm\\('${outside}/js'\\)) >>`;
  return [
    {
      name: 'javascript.pdf',
      rule: 'scripts of a PDF do not run, at opening or later',
      isShown: true,
      bytes: makePdf({
        pages: ['With a script'],
        catalog: `/OpenAction ${action} /AA << /WC ${action} >> /Names << /JavaScript << /Names [(a) ${action}] >> >>`,
      }),
    },
    {
      name: 'open-uri.pdf',
      rule: 'an address that a PDF opens by itself is not asked for',
      isShown: true,
      bytes: makePdf({
        pages: ['Opens an address'],
        catalog: `/OpenAction << /S /URI /URI (${outside}/open) >>`,
      }),
    },
    {
      name: 'launch.pdf',
      rule: 'a PDF starts nothing, sends no form and goes to no other file',
      isShown: true,
      clicks: ['With annotations'],
      bytes: makePdf({
        pages: ['With annotations'],
        annotations: [
          '/URI (javascript:alert\\(1\\)) /S /URI',
          '/S /Launch /F (calc.exe)',
          `/S /SubmitForm /F (${outside}/form)`,
        ].map((what) => `<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] /A << ${what} >> >>`),
      }),
    },
    {
      name: 'xfa.pdf',
      rule: 'a form of the XFA kind is not built',
      isShown: true,
      bytes: makePdf({
        pages: ['With XFA'],
        catalog:
          '/AcroForm << /XFA (<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template/></xdp:xdp>) /Fields [] >>',
      }),
    },
  ];
}
