import { describe, expect, test } from 'vitest';
import { info } from './break-kinds';
import { caseFile, type Looked } from './look';

const { run } = caseFile('shapes.xml');

/** What a host of the partner programme tells in CheckFileInfo. */
export const ofPartners = {
  SupportsCoauth: true,
  SequenceNumber: 7,
  OfficeCollaborationServiceEndpointUrl: 'https://partner.example/collaboration',
  RealTimeChannelEndpointUrl: null,
  AccessTokenExpiry: 1_900_000_000,
  ServerTime: 1_900_000_000,
  SharingStatus: 'Shared',
  FileGeoLocationCode: null,
};

export function schemasOfCheckFileInfo(looked: () => Looked): void {
  /** What a case comes to whose prerequisite names both schemas. */
  const shared = async () => {
    const [each] = await run(looked().target, { group: 'Schemas', test: 'Neighbour' });
    return [each?.result, ...(each?.reasons ?? [])];
  };

  describe('the schemas of CheckFileInfo', () => {
    test.each([
      [
        'some of what only partners tell',
        { ServerTime: 5 },
        'ServerTime may not be there, or SupportsCoauth is missing',
      ],
      ['null for true or false', { SupportsLocks: null }, 'SupportsLocks is null'],
      ['null for a number', { FileNameMaxLength: null }, 'FileNameMaxLength is null'],
      ['null for what is required', { OwnerId: null }, 'OwnerId is null'],
      ['a text for a number', { FileNameMaxLength: '250' }, 'FileNameMaxLength is not a integer'],
      ['another choice', { SharingStatus: 'Open' }, 'SharingStatus is none of Private, Shared'],
      ['another choice in a list', { WorkflowType: ['Assign', 'Throw'] }, 'WorkflowType has what is none of Assign'],
      ['an origin that is none', { EmbeddingPageOrigin: 'here' }, 'EmbeddingPageOrigin is not a URL'],
    ])('neither fits a host that tells %s', async (_, more, says) => {
      looked().host.break = info((value) => ({ ...value, ...more }));
      expect(await shared()).toEqual(['skipped', expect.stringContaining(says)]);
    });

    test.each([
      ['null for what it leaves out', { HostNotes: null, CloseUrl: null, WorkflowType: null, LastModifiedTime: null }],
      ['an empty choice', { CopyPasteRestrictions: '' }],
      ['what nobody knows', { SomethingNew: null }],
      ['all that partners tell', ofPartners],
    ])('one fits a host that tells %s', async (_, more) => {
      looked().host.break = info((value) => ({ ...value, ...more }));
      expect(await shared()).toEqual(['passed']);
    });

    test('neither fits a partner whose numbers are below 0', async () => {
      looked().host.break = info((value) => ({ ...value, ...ofPartners, SequenceNumber: -1 }));
      expect((await shared())[1]).toContain('SequenceNumber is not a count');
    });
  });
}
