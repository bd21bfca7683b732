import { copiesMutations } from './copies';
import { documentsMutations } from './documents';
import { doorMutations } from './door';
import { foldersMutations } from './folders';
import { jobsMutations } from './jobs';
import { locksMutations } from './locks';
import type { Mutation } from './mutation';
import { proofsMutations } from './proofs';
import { protocolMutations } from './protocol';
import { rightsAndTokensMutations } from './rights-and-tokens';
import { savesMutations } from './saves';

export const allMutations: readonly Mutation[] = [
  ...locksMutations,
  ...documentsMutations,
  ...savesMutations,
  ...copiesMutations,
  ...foldersMutations,
  ...rightsAndTokensMutations,
  ...protocolMutations,
  ...proofsMutations,
  ...jobsMutations,
  ...doorMutations,
];
