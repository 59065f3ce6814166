// Generates the database client into prisma/generated. Runs after every `npm install` and by `npm run db:generate`.
//
// Prisma's command wants to download a schema engine that `generate` never starts. Pointing it at any executable keeps
// it from asking, so that an installation needs nothing but the npm registry. Whoever has set the variable keeps their
// value, and other Prisma commands are not touched.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);

function prismaCommand() {
  try {
    return createRequire(import.meta.url).resolve('prisma/build/index.js');
  } catch {
    return null;
  }
}

const command = prismaCommand();
if (command === null) {
  // Installed with --omit=dev: the client was generated before, or was emitted with the rest of the program.
  const generated = existsSync(join(here, 'generated')) || existsSync(join(root, 'dist', 'prisma', 'generated'));
  if (!generated) {
    process.stderr.write(
      'linli: the database client is not generated and the package "prisma" is not installed. Run "npm ci" with development dependencies once.\n',
    );
  }
} else {
  const schema = join(here, 'schema.prisma');
  const result = spawnSync(process.execPath, [command, 'generate', '--no-hints', `--schema=${schema}`], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  });
  if (result.status !== 0) {
    process.stderr.write(
      `linli: Prisma could not generate the database client from ${schema}.\n${result.stdout ?? ''}${result.stderr ?? ''}${result.error ?? ''}\n`,
    );
    process.exitCode = 1;
  }
}
