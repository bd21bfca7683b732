import { contentTypes, core, coreType, office, relationships, rootRelationships, types } from './package.mjs';
import { theme, themeType } from './theme.mjs';

export function spreadsheet() {
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
    'xl/_rels/workbook.xml.rels': relationships([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
      ['theme', 'theme/theme1.xml'],
    ]),
    'xl/workbook.xml': `<workbook ${s} xmlns:r="${office}"><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000"/></bookViews><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${s}><dimension ref="A1"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9"/></worksheet>`,
    'xl/styles.xml': `<styleSheet ${s}><fonts count="1"><font><sz val="11"/><color theme="1"/><name val="Arial"/><family val="2"/><scheme val="minor"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
    'xl/theme/theme1.xml': theme,
    'docProps/core.xml': core,
  };
}
