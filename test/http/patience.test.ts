import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { throughBothDoors } from './host';

const isSqlite = !process.env.DATABASE_URL?.startsWith('postgres');

throughBothDoors('A save waits for a busy database', (host) => {
  test.runIf(isSqlite)(
    'F14: while another program holds the database for five seconds, PutFile waits and is then stored',
    async () => {
      const { documentId, client } = await host.opened();
      await client.lock('A');
      const other = new Database(`${process.env.DATA_DIR}/lectern.db`);
      other.exec('BEGIN IMMEDIATE');
      const started = Date.now();
      const freed = new Promise((resolve) => {
        setTimeout(() => {
          other.exec('ROLLBACK');
          other.close();
          resolve(null);
        }, 5_000);
      });
      const saved = await client.putFile('not lost', 'A', { modified: true });
      await freed;
      expect([saved.status, saved.headers['x-wopi-itemversion']]).toEqual([200, '2']);
      expect(Date.now() - started).toBeGreaterThan(4_000);
      expect((await host.row(documentId)).versions).toHaveLength(2);
      expect((await client.getFile()).body.toString()).toBe('not lost');
    },
  );
});
