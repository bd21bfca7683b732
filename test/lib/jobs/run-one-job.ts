// A process of its own that works at a job until it is killed. usage: node --import tsx run-one-job.ts JOB
import { prepareDatabase } from '@/lib/db/prepare-database';
import { runJob } from '@/lib/jobs/run-job';

await prepareDatabase({ guard: false });
await runJob(process.argv[2] ?? '');
