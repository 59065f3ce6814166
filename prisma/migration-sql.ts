import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { NO_EXTERNALS, openSchemaEngine } from './schema-engine.ts';

/**
 * The SQL that leads from one schema to another, as `prisma migrate diff --script` writes it.
 * @param before null for an empty database
 * @param connectionString any server of the kind that the SQL is for: the engine asks for its version
 * @returns null when the two describe the same database
 */
export async function migrationSql(
  before: string | null,
  after: string,
  connectionString: string,
): Promise<string | null> {
  const path = 'schema.prisma';
  const pool = new Pool({ connectionString });
  try {
    const engine = await openSchemaEngine(after, new PrismaPg(pool));
    try {
      const result = await engine.diff({
        from: before === null ? { tag: 'empty' } : { tag: 'schemaDatamodel', files: [{ path, content: before }] },
        to: { tag: 'schemaDatamodel', files: [{ path, content: after }] },
        script: true,
        exitCode: true,
        filters: NO_EXTERNALS,
      });
      const sameDatabase = result.exitCode === 0;
      return sameDatabase ? null : (result.stdout ?? '');
    } finally {
      engine.free();
    }
  } finally {
    await pool.end();
  }
}
