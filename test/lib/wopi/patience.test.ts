import Database from 'better-sqlite3';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { inProcess } from '@/test/in-process-host';

/** Takes what a save needs, as another program might. @returns what gives it back */
async function occupy(documentId: string): Promise<() => Promise<void>> {
  const { DATABASE_URL = '', DATA_DIR } = process.env;
  if (DATABASE_URL.startsWith('postgres')) {
    const other = new Client({ connectionString: DATABASE_URL });
    await other.connect();
    await other.query('BEGIN');
    await other.query('SELECT 1 FROM "Document" WHERE id = $1 FOR UPDATE', [documentId]);
    return () => other.end();
  }
  const other = new Database(`${DATA_DIR}/lectern.db`);
  other.exec('BEGIN IMMEDIATE');
  return async () => {
    other.close();
  };
}

inProcess('A save waits for a busy database', (host) => {
  test('F14: while another program holds the database for five seconds, PutFile waits and is then stored', async () => {
    const { documentId, client } = await host.opened();
    await client.lock('A');
    const release = await occupy(documentId);
    const order: string[] = [];
    const freed = new Promise<void>((resolve, reject) => {
      setTimeout(() => {
        order.push('free');
        release().then(resolve, reject);
      }, 5_000);
    });
    const saved = await client.putFile('not lost', 'A', { modified: true });
    order.push('answered');
    await freed;
    expect(order).toEqual(['free', 'answered']);
    expect([saved.status, saved.headers['x-wopi-itemversion']]).toEqual([200, '2']);
    expect((await host.row(documentId)).versions).toHaveLength(2);
    expect((await client.getFile()).body.toString()).toBe('not lost');
  });
});
