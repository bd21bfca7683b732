import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { blankTemplate } from '@/lib/documents/templates/blank-template';

const kinds = ['document', 'spreadsheet', 'presentation'] as const;
const hasOffice = spawnSync('soffice', ['--version']).status === 0;

describe.each(kinds)('the blank template for a %s', (kind) => {
  const template = blankTemplate(kind);
  const parts = unzipSync(readFileSync(template.path));

  test('every part is well-formed XML with a content type', () => {
    const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array());
    for (const [name, bytes] of Object.entries(parts)) {
      expect(XMLValidator.validate(strFromU8(bytes)), name).toBe(true);
      if (!name.endsWith('.rels') && name !== '[Content_Types].xml') expect(types).toContain(`PartName="/${name}"`);
    }
  });

  test('every relationship leads to a part', () => {
    const parser = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: '',
      isArray: (name) => name === 'Relationship',
    });
    const relationships = Object.entries(parts).filter(([name]) => name.endsWith('.rels'));
    expect(relationships.length).toBeGreaterThan(1);
    for (const [name, bytes] of relationships) {
      const base = path.posix.join(path.posix.dirname(name), '..');
      for (const { Target } of parser.parse(strFromU8(bytes)).Relationships.Relationship) {
        expect(Object.keys(parts)).toContain(path.posix.join(base, Target));
      }
    }
  });

  test.runIf(hasOffice)('LibreOffice opens it and makes a PDF of it', { timeout: 120_000 }, () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'lectern-office-'));
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, template.path], {
      stdio: 'ignore',
    });
    expect(statSync(path.join(folder, 'blank.pdf')).size).toBeGreaterThan(500);
  });
});
