import { contentTypes, core, coreType, main, office, relationships, rootRelationships, types } from './package.mjs';
import { theme, themeType } from './theme.mjs';

export function presentation() {
  const p = `xmlns:a="${main}" xmlns:r="${office}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`;
  const group =
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';
  const shape = (id, name, type, box, prompt) =>
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="${type}"${type === 'subTitle' ? ' idx="1"' : type === 'body' ? ' idx="1"' : ''}/></p:nvPr></p:nvSpPr><p:spPr>${box ? `<a:xfrm><a:off x="${box[0]}" y="${box[1]}"/><a:ext cx="${box[2]}" cy="${box[3]}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>` : ''}</p:spPr><p:txBody><a:bodyPr anchor="ctr"/><a:lstStyle/><a:p>${prompt ? `<a:r><a:rPr lang="en-US"/><a:t>${prompt}</a:t></a:r>` : '<a:endParaRPr lang="en-US"/>'}</a:p></p:txBody></p:sp>`;
  const level = (n, size, bullet) =>
    `<a:lvl${n}pPr marL="${bullet ? 228600 + (n - 1) * 457200 : 0}" indent="${bullet ? -228600 : 0}" algn="l"><a:spcBef><a:spcPts val="600"/></a:spcBef>${bullet ? '<a:buFont typeface="Arial"/><a:buChar char="•"/>' : '<a:buNone/>'}<a:defRPr sz="${size}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl${n}pPr>`;
  const map =
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';
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
    'ppt/_rels/presentation.xml.rels': relationships([
      ['slideMaster', 'slideMasters/slideMaster1.xml'],
      ['slide', 'slides/slide1.xml'],
      ['theme', 'theme/theme1.xml'],
    ]),
    'ppt/presentation.xml': `<p:presentation ${p}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:sldIdLst><p:sldId id="256" r:id="rId2"/></p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
    'ppt/slideMasters/_rels/slideMaster1.xml.rels': relationships([
      ['slideLayout', '../slideLayouts/slideLayout1.xml'],
      ['slideLayout', '../slideLayouts/slideLayout2.xml'],
      ['theme', '../theme/theme1.xml'],
    ]),
    'ppt/slideMasters/slideMaster1.xml': `<p:sldMaster ${p}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg><p:spTree>${group}${shape(2, 'Title', 'title', titleBox, 'Title')}${shape(3, 'Text', 'body', [838200, 1825625, 10515600, 4351338], 'Text')}</p:spTree></p:cSld>${map}<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/><p:sldLayoutId id="2147483650" r:id="rId2"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle><a:lvl1pPr algn="l"><a:buNone/><a:defRPr sz="4400" b="1"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle>${level(1, 2800, true)}${level(2, 2400, true)}${level(3, 2000, true)}</p:bodyStyle><p:otherStyle>${level(1, 1800, false)}</p:otherStyle></p:txStyles></p:sldMaster>`,
    'ppt/slideLayouts/_rels/slideLayout1.xml.rels': relationships([
      ['slideMaster', '../slideMasters/slideMaster1.xml'],
    ]),
    'ppt/slideLayouts/slideLayout1.xml': layout(
      'Title slide',
      'title',
      shape(2, 'Title', 'ctrTitle', [1524000, 1122363, 9144000, 2387600], 'Title') +
        shape(3, 'Subtitle', 'subTitle', [1524000, 3602038, 9144000, 1655762], 'Subtitle'),
    ),
    'ppt/slideLayouts/_rels/slideLayout2.xml.rels': relationships([
      ['slideMaster', '../slideMasters/slideMaster1.xml'],
    ]),
    'ppt/slideLayouts/slideLayout2.xml': layout(
      'Title and text',
      'obj',
      shape(2, 'Title', 'title', null, 'Title') + shape(3, 'Text', 'body', null, 'Text'),
    ),
    'ppt/slides/_rels/slide1.xml.rels': relationships([['slideLayout', '../slideLayouts/slideLayout1.xml']]),
    'ppt/slides/slide1.xml': `<p:sld ${p}><p:cSld><p:spTree>${group}${shape(2, 'Title', 'ctrTitle', null, '')}${shape(3, 'Subtitle', 'subTitle', null, '')}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`,
    'ppt/theme/theme1.xml': theme,
    'docProps/core.xml': core,
  };
}
