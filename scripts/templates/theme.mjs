// Colours, fonts and lines of the templates.
import { main, types } from './package.mjs';

const colours = [
  ['dk1', '1F2328'],
  ['lt1', 'FFFFFF'],
  ['dk2', '3A4250'],
  ['lt2', 'F1EFEA'],
  ['accent1', '2F5DA8'],
  ['accent2', 'B5622A'],
  ['accent3', '2F8057'],
  ['accent4', '8C5BA8'],
  ['accent5', 'B3403A'],
  ['accent6', '6B7280'],
  ['hlink', '2F5DA8'],
  ['folHlink', '6B4F8C'],
];
const line = (width) => `<a:ln w="${width}"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>`;
const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';
const fontScheme = (name) => `<a:latin typeface="${name}"/><a:ea typeface=""/><a:cs typeface=""/>`;
export const theme = `<a:theme xmlns:a="${main}" name="Lectern"><a:themeElements><a:clrScheme name="Lectern">${colours
  .map(([name, value]) => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`)
  .join(
    '',
  )}</a:clrScheme><a:fontScheme name="Lectern"><a:majorFont>${fontScheme('Arial')}</a:majorFont><a:minorFont>${fontScheme('Arial')}</a:minorFont></a:fontScheme><a:fmtScheme name="Lectern"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line(6350)}${line(12700)}${line(19050)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;
export const themeType = `${types}.theme+xml`;
