// What all packages of Office Open XML have in common.
export const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const packaged = 'http://schemas.openxmlformats.org/package/2006';
export const main = 'http://schemas.openxmlformats.org/drawingml/2006/main';
export const types = 'application/vnd.openxmlformats-officedocument';

export const relationships = (list) =>
  `<Relationships xmlns="${packaged}/relationships">${list
    .map(
      ([type, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="${type.startsWith('http') ? type : `${office}/${type}`}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

export const contentTypes = (overrides) =>
  `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${Object.entries(
    overrides,
  )
    .map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`)
    .join('')}</Types>`;

export const core = `<cp:coreProperties xmlns:cp="${packaged}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title></dc:title></cp:coreProperties>`;
export const coreType = 'application/vnd.openxmlformats-package.core-properties+xml';
export const rootRelationships = (part) =>
  relationships([
    ['officeDocument', part],
    [`${packaged}/relationships/metadata/core-properties`, 'docProps/core.xml'],
  ]);
