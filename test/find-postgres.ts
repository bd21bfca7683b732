import { Client } from 'pg';

/** A PostgreSQL server that tests may make databases on. */
export type TestPostgres = { url: string; name: string };

/**
 * Looks for a PostgreSQL server at TEST_POSTGRES_URL, otherwise at 127.0.0.1:5432 without a password.
 * `TEST_POSTGRES_URL=off` leaves PostgreSQL out.
 * @throws when TEST_POSTGRES_URL is set and no server answers there: a run that was asked for must not be skipped
 */
export async function findPostgres(): Promise<TestPostgres | null> {
  const asked = process.env.TEST_POSTGRES_URL;
  if (asked === 'off') return null;
  const url = asked || 'postgres://root@127.0.0.1:5432/postgres';
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 1500 });
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
    return { url, name: `PostgreSQL ${rows[0]?.server_version ?? ''} at ${new URL(url).host}` };
  } catch (error) {
    if (asked) throw new Error(`TEST_POSTGRES_URL is set, but no database answers there: ${String(error)}`);
    return null;
  } finally {
    await client.end().catch(() => undefined);
  }
}
