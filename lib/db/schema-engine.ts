import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { bindMigrationAwareSqlAdapterFactory, type SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { Pool, QueryArrayConfig } from 'pg';
import type { makeMigrationAdapter } from './adapter';

type Factory = ReturnType<typeof makeMigrationAdapter>;
type EngineModule = typeof import('@prisma/schema-engine-wasm/schema_engine_bg');

const holder = globalThis as typeof globalThis & { lecternEngine?: Promise<EngineModule> };

/**
 * Prisma's official schema engine in WebAssembly. It may be instantiated once in a process only: a second
 * instance would see stale memory and die.
 */
function engineModule(): Promise<EngineModule> {
  holder.lecternEngine ??= loadEngine();
  return holder.lecternEngine;
}

async function loadEngine(): Promise<EngineModule> {
  const name = '@prisma/schema-engine-wasm/schema_engine_bg';
  const module: EngineModule & { __wbg_set_wasm?: (exports: WebAssembly.Exports) => void } = await import(
    /* turbopackIgnore: true */ /* webpackIgnore: true */ name
  );
  const from = createRequire(path.join(process.cwd(), 'package.json'));
  const bytes = await readFile(from.resolve(name).replace(/\.js$/, '.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': { ...module } });
  module.__wbg_set_wasm?.(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === 'function') start();
  return module;
}

/**
 * Hands `work` a schema engine that is connected through `factory`. The engine never closes its
 * connections, and on SQLite it holds the file exclusively: they are all closed here.
 * @param datamodels the schema that the engine starts from; empty for applying migrations
 * @param work gets the engine and the connection that it uses
 */
export async function withSchemaEngine<T>(
  factory: Factory,
  datamodels: [string, string][],
  work: (engine: SchemaEngine, connection: SqlDriverAdapter) => Promise<T>,
): Promise<T> {
  const { SchemaEngine: Engine } = await engineModule();
  const open: SqlDriverAdapter[] = [];
  const remember = (connect: () => Promise<SqlDriverAdapter>) => async () => {
    const connection = mendConnection(await connect());
    open.push(connection);
    return connection;
  };
  const bound = bindMigrationAwareSqlAdapterFactory({
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: remember(() => factory.connect()),
    connectToShadowDb: remember(async () => endBeforeDrop(await factory.connectToShadowDb())),
  });
  const models = datamodels.length > 0 ? datamodels : [noModels(factory.provider)];
  const engine = await Engine.new({ datamodels: models }, () => {}, bound);
  try {
    const [connection] = open;
    if (!connection) throw new Error('The schema engine did not connect.');
    return await work(engine, connection);
  } finally {
    engine.free();
    for (const connection of open) await connection.dispose().catch(() => {});
  }
}

/** The engine wants a schema file also where only migrations are applied. */
function noModels(provider: Factory['provider']): [string, string] {
  return ['schema.prisma', `datasource db {\n  provider = "${provider === 'postgres' ? 'postgresql' : provider}"\n}\n`];
}

/**
 * Two gaps between the engine and the adapters: it reads columns of PostgreSQL's type "char", which the
 * adapter does not know (18; here they pass as text, 25); and it sends a whole migration as one statement,
 * which SQLite's refuses.
 */
function mendConnection(connection: SqlDriverAdapter): SqlDriverAdapter {
  const pool = poolOf(connection);
  if (pool) {
    const query = pool.query.bind(pool);
    Reflect.set(pool, 'query', async (config: QueryArrayConfig) => {
      const result = await query(config);
      for (const field of result.fields) if (field.dataTypeID === 18) field.dataTypeID = 25;
      return result;
    });
  }
  const executeRaw = connection.executeRaw.bind(connection);
  connection.executeRaw = async (query) => {
    if (connection.provider !== 'sqlite' || query.args.length > 0) return executeRaw(query);
    await connection.executeScript(query.sql);
    return 0;
  };
  return connection;
}

function poolOf(connection: SqlDriverAdapter): Pool | null {
  const client: unknown = connection.provider === 'postgres' ? Reflect.get(connection, 'client') : null;
  return isPool(client) ? client : null;
}

/** By its methods: the bundles of the two doors may load the driver twice. */
function isPool(client: unknown): client is Pool {
  return ['query', 'connect', 'end'].every((name) => typeof Reflect.get(Object(client), name) === 'function');
}

/** The PostgreSQL adapter drops its shadow database while its own pool is still connected, which fails. */
function endBeforeDrop(shadow: SqlDriverAdapter): SqlDriverAdapter {
  const pool = poolOf(shadow);
  if (!pool) return shadow;
  const drop = shadow.dispose.bind(shadow);
  shadow.dispose = async () => {
    await pool.end();
    // It ends the pool a second time, after the drop.
    await drop().catch((error: unknown) => {
      if (!String(error).includes('more than once')) throw error;
    });
  };
  return shadow;
}
