import { expect, test } from 'vitest';
import { requestAttributes } from '@/cli/conformance/vocabulary';
import { caseFile, failed, type Looked } from './look';

const { text, run } = caseFile('cases.xml');

export function allCases(looked: () => Looked): void {
  test('the case file has every kind of request that the tool knows', () => {
    expect(Object.keys(requestAttributes).filter((kind) => !text.includes(`<${kind}`))).toEqual([]);
  });

  test('Lectern passes every case, also after cases that failed, since each cleans up after itself; what is not known or not announced is skipped, with the reason', async () => {
    const results = await run(looked().target);
    expect(failed(results)).toEqual([]);
    expect(results.filter((each) => each.result === 'skipped').map((each) => [each.name, each.reasons])).toEqual([
      ['Refused', ['CopiesForbidden: CheckFileInfo: UserCanNotWriteRelative is false, expected "true"']],
      ['NotKnown', ['not supported: GetNewAccessToken']],
    ]);
    expect(results.filter((each) => each.result === 'passed').length).toBe(results.length - 2);
  });

  test('a category selects its own cases and those of WopiCore', async () => {
    const names = async (category: string) =>
      (await run(looked().target, { category, group: 'More' })).map((each) => each.name);
    expect(await names('OfficeNativeClient')).toContain('UserInfoAndActivities');
    expect(await names('OfficeOnline')).not.toContain('UserInfoAndActivities');
    expect(await names('WopiCore')).toEqual(['PlainUrl', 'NotKnown']);
  });
}
