// Makes the blank templates of "New" from hand-written parts. Same bytes each time.
// usage: node scripts/make-templates.mjs
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';

const folder = path.resolve(import.meta.dirname, '../lib/documents/templates');
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const main = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const types = 'application/vnd.openxmlformats-officedocument';

const relationships = (list) =>
  `<Relationships xmlns="${packaged}/relationships">${list
    .map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type.startsWith('http') ? type : `${office}/${type}`}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const contentTypes = (overrides) =>
  `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${Object.entries(
    overrides,
  )
    .map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`)
    .join('')}</Types>`;

const core = `<cp:coreProperties xmlns:cp="${packaged}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title></dc:title></cp:coreProperties>`;
const coreType = 'application/vnd.openxmlformats-package.core-properties+xml';
const rootRelationships = (part) =>
  relationships([
    ['officeDocument', part],
    [`${packaged}/relationships/metadata/core-properties`, 'docProps/core.xml'],
  ]);

const colours = [
  ['dk1', '1F2328'], ['lt1', 'FFFFFF'], ['dk2', '3A4250'], ['lt2', 'F1EFEA'],
  ['accent1', '2F5DA8'], ['accent2', 'B5622A'], ['accent3', '2F8057'], ['accent4', '8C5BA8'], ['accent5', 'B3403A'], ['accent6', '6B7280'],
  ['hlink', '2F5DA8'], ['folHlink', '6B4F8C'],
];
const line = (width) => `<a:ln w="${width}"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>`;
const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';
const fontScheme = (name) => `<a:latin typeface="${name}"/><a:ea typeface=""/><a:cs typeface=""/>`;
const theme = `<a:theme xmlns:a="${main}" name="Lectern"><a:themeElements><a:clrScheme name="Lectern">${colours
  .map(([name, value]) => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`)
  .join('')}</a:clrScheme><a:fontScheme name="Lectern"><a:majorFont>${fontScheme('Arial')}</a:majorFont><a:minorFont>${fontScheme('Arial')}</a:minorFont></a:fontScheme><a:fmtScheme name="Lectern"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line(6350)}${line(12700)}${line(19050)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;
const themeType = `${types}.theme+xml`;

function document() {
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const heading = (level, size) =>
    `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="${360 - level * 40}" w:after="80"/><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`;
  const styles = `<w:styles ${w}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-US"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style><w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="10"/><w:qFormat/><w:pPr><w:spacing w:after="200"/></w:pPr><w:rPr><w:b/><w:sz w:val="52"/><w:szCs w:val="52"/></w:rPr></w:style>${heading(1, 36)}${heading(2, 30)}${heading(3, 26)}${heading(4, 22)}<w:style w:type="paragraph" w:styleId="ListParagraph"><w:name w:val="List Paragraph"/><w:basedOn w:val="Normal"/><w:uiPriority w:val="34"/><w:qFormat/><w:pPr><w:ind w:left="720"/><w:contextualSpacing/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/><w:basedOn w:val="Normal"/><w:uiPriority w:val="29"/><w:qFormat/><w:pPr><w:ind w:left="567" w:right="567"/></w:pPr><w:rPr><w:i/></w:rPr></w:style></w:styles>`;
  return {
    '[Content_Types].xml': contentTypes({
      'word/document.xml': `${types}.wordprocessingml.document.main+xml`,
      'word/styles.xml': `${types}.wordprocessingml.styles+xml`,
      'word/settings.xml': `${types}.wordprocessingml.settings+xml`,
      'word/theme/theme1.xml': themeType,
      'docProps/core.xml': coreType,
    }),
    '_rels/.rels': rootRelationships('word/document.xml'),
    'word/_rels/document.xml.rels': relationships([['styles', 'styles.xml'], ['settings', 'settings.xml'], ['theme', 'theme/theme1.xml']]),
    'word/document.xml': `<w:document ${w}><w:body><w:p/><w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1134" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>`,
    'word/styles.xml': styles,
    'word/settings.xml': `<w:settings ${w}><w:defaultTabStop w:val="708"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
    'word/theme/theme1.xml': theme,
    'docProps/core.xml': core,
  };
}

function spreadsheet() {
  const s = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  return {
    '[Content_Types].xml': contentTypes({
      'xl/workbook.xml': `${types}.spreadsheetml.sheet.main+xml`,
      'xl/worksheets/sheet1.xml': `${types}.spreadsheetml.worksheet+xml`,
      'xl/styles.xml': `${types}.spreadsheetml.styles+xml`,
      'xl/theme/theme1.xml': themeType,
      'docProps/core.xml': coreType,
    }),
    '_rels/.rels': rootRelationships('xl/workbook.xml'),
    'xl/_rels/workbook.xml.rels': relationships([['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml'], ['theme', 'theme/theme1.xml']]),
    'xl/workbook.xml': `<workbook ${s} xmlns:r="${office}"><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000"/></bookViews><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${s}><dimension ref="A1"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9"/></worksheet>`,
    'xl/styles.xml': `<styleSheet ${s}><fonts count="1"><font><sz val="11"/><color theme="1"/><name val="Arial"/><family val="2"/><scheme val="minor"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
    'xl/theme/theme1.xml': theme,
    'docProps/core.xml': core,
  };
}

function presentation() {
  const p = `xmlns:a="${main}" xmlns:r="${office}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`;
  const group = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';
  const shape = (id, name, type, box, prompt) =>
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="${type}"${type === 'subTitle' ? ' idx="1"' : type === 'body' ? ' idx="1"' : ''}/></p:nvPr></p:nvSpPr><p:spPr>${box ? `<a:xfrm><a:off x="${box[0]}" y="${box[1]}"/><a:ext cx="${box[2]}" cy="${box[3]}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>` : ''}</p:spPr><p:txBody><a:bodyPr anchor="ctr"/><a:lstStyle/><a:p>${prompt ? `<a:r><a:rPr lang="en-US"/><a:t>${prompt}</a:t></a:r>` : '<a:endParaRPr lang="en-US"/>'}</a:p></p:txBody></p:sp>`;
  const level = (n, size, bullet) =>
    `<a:lvl${n}pPr marL="${bullet ? 228600 + (n - 1) * 457200 : 0}" indent="${bullet ? -228600 : 0}" algn="l"><a:spcBef><a:spcPts val="600"/></a:spcBef>${bullet ? '<a:buFont typeface="Arial"/><a:buChar char="•"/>' : '<a:buNone/>'}<a:defRPr sz="${size}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl${n}pPr>`;
  const map = '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';
  const titleBox = [838200, 365125, 10515600, 1325563];
  const layout = (name, type, shapes) =>
    `<p:sldLayout ${p} type="${type}" preserve="1"><p:cSld name="${name}"><p:spTree>${group}${shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`;
  return {
    '[Content_Types].xml': contentTypes({
      'ppt/presentation.xml': `${types}.presentationml.presentation.main+xml`,
      'ppt/slideMasters/slideMaster1.xml': `${types}.presentationml.slideMaster+xml`,
      'ppt/slideLayouts/slideLayout1.xml': `${types}.presentationml.slideLayout+xml`,
      'ppt/slideLayouts/slideLayout2.xml': `${types}.presentationml.slideLayout+xml`,
      'ppt/slides/slide1.xml': `${types}.presentationml.slide+xml`,
      'ppt/theme/theme1.xml': themeType,
      'docProps/core.xml': coreType,
    }),
    '_rels/.rels': rootRelationships('ppt/presentation.xml'),
    'ppt/_rels/presentation.xml.rels': relationships([['slideMaster', 'slideMasters/slideMaster1.xml'], ['slide', 'slides/slide1.xml'], ['theme', 'theme/theme1.xml']]),
    'ppt/presentation.xml': `<p:presentation ${p}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:sldIdLst><p:sldId id="256" r:id="rId2"/></p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
    'ppt/slideMasters/_rels/slideMaster1.xml.rels': relationships([['slideLayout', '../slideLayouts/slideLayout1.xml'], ['slideLayout', '../slideLayouts/slideLayout2.xml'], ['theme', '../theme/theme1.xml']]),
    'ppt/slideMasters/slideMaster1.xml': `<p:sldMaster ${p}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg><p:spTree>${group}${shape(2, 'Title', 'title', titleBox, 'Title')}${shape(3, 'Text', 'body', [838200, 1825625, 10515600, 4351338], 'Text')}</p:spTree></p:cSld>${map}<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/><p:sldLayoutId id="2147483650" r:id="rId2"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle><a:lvl1pPr algn="l"><a:buNone/><a:defRPr sz="4400" b="1"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle>${level(1, 2800, true)}${level(2, 2400, true)}${level(3, 2000, true)}</p:bodyStyle><p:otherStyle>${level(1, 1800, false)}</p:otherStyle></p:txStyles></p:sldMaster>`,
    'ppt/slideLayouts/_rels/slideLayout1.xml.rels': relationships([['slideMaster', '../slideMasters/slideMaster1.xml']]),
    'ppt/slideLayouts/slideLayout1.xml': layout('Title slide', 'title', shape(2, 'Title', 'ctrTitle', [1524000, 1122363, 9144000, 2387600], 'Title') + shape(3, 'Subtitle', 'subTitle', [1524000, 3602038, 9144000, 1655762], 'Subtitle')),
    'ppt/slideLayouts/_rels/slideLayout2.xml.rels': relationships([['slideMaster', '../slideMasters/slideMaster1.xml']]),
    'ppt/slideLayouts/slideLayout2.xml': layout('Title and text', 'obj', shape(2, 'Title', 'title', null, 'Title') + shape(3, 'Text', 'body', null, 'Text')),
    'ppt/slides/_rels/slide1.xml.rels': relationships([['slideLayout', '../slideLayouts/slideLayout1.xml']]),
    'ppt/slides/slide1.xml': `<p:sld ${p}><p:cSld><p:spTree>${group}${shape(2, 'Title', 'ctrTitle', null, '')}${shape(3, 'Subtitle', 'subTitle', null, '')}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`,
    'ppt/theme/theme1.xml': theme,
    'docProps/core.xml': core,
  };
}

for (const [extension, parts] of Object.entries({ docx: document(), xlsx: spreadsheet(), pptx: presentation() })) {
  const files = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(head + xml)]));
  writeFileSync(path.join(folder, `blank.${extension}`), zipSync(files, { level: 9, mtime: new Date('2024-01-01T00:00:00') }));
}
