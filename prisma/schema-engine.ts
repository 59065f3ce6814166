import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { SchemaEngine, __wbg_set_wasm as linkEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';

/** What is used here of the global that the types for Node.js leave out. */
declare const WebAssembly: {
  compile(bytes: Uint8Array): Promise<object>;
  instantiate(module: object, imports: object): Promise<{ exports: Record<string, unknown> }>;
};

/** Nothing in the database is managed by anybody else. */
export const NO_EXTERNALS = { externalTables: [], externalEnums: [] };

let loading: Promise<void> | undefined;

/** The engine forgets a timer of ten seconds after each use; a process that is done should not wait for it. */
function withoutWaiting(imports: Record<string, unknown>): Record<string, unknown> {
  for (const [name, original] of Object.entries(imports)) {
    if (!name.startsWith('__wbg_setTimeout_') || typeof original !== 'function') continue;
    imports[name] = (...args: unknown[]): unknown => {
      const timer: unknown = Reflect.apply(original, undefined, args);
      if (timer instanceof Object && 'unref' in timer && typeof timer.unref === 'function') timer.unref();
      return timer;
    };
  }
  return imports;
}

/** Prisma's package expects a bundler to load its WebAssembly; Node.js needs these few steps instead. */
async function load(): Promise<void> {
  const path = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/, '.wasm');
  // The engine reports its own crashes through this global.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: () => {} } });
  const module = await WebAssembly.compile(await readFile(path));
  const instance = await WebAssembly.instantiate(module, { './schema_engine_bg.js': withoutWaiting({ ...engine }) });
  linkEngine(instance.exports);
  const start = instance.exports['__wbindgen_start'];
  if (typeof start !== 'function') throw new Error('@prisma/schema-engine-wasm has changed its shape');
  start();
}

/**
 * Starts Prisma's own schema engine, compiled to WebAssembly: the same code that `prisma migrate` runs, without a binary
 * that must be downloaded. Free it after use.
 * @param schema the text of schema.prisma
 * @param database how to reach the database; the engine asks it for its version at once
 */
export async function openSchemaEngine(
  schema: string,
  database: SqlMigrationAwareDriverAdapterFactory,
): Promise<SchemaEngine> {
  loading ??= load();
  await loading;
  return SchemaEngine.new(
    { datamodels: [['schema.prisma', schema]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(database),
  );
}
