import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What was stripped before is kept here, so that the stripper (30 MB in memory) is loaded only for what is new. */
const cache = fileURLToPath(new URL('../../node_modules/.cache/linli/', import.meta.url));

/** Loads TypeScript with its types blanked out: every line and column stays where it is, so that no source map is needed. */
export async function load(url, context, nextLoad) {
  if (!url.endsWith('.ts')) return nextLoad(url, context);
  const filename = fileURLToPath(url);
  const source = await readFile(filename, 'utf8');
  return { format: 'module', source: await stripped(source, filename), shortCircuit: true };
}

async function stripped(source, filename) {
  const kept = join(cache, `${createHash('sha256').update(source).digest('hex')}.js`);
  const known = await readFile(kept, 'utf8').catch(() => null);
  if (known !== null) return known;
  const { default: amaro } = await import('amaro');
  const { code } = amaro.transformSync(source, { mode: 'strip-only', filename });
  await keep(kept, code).catch(() => {
    // A folder that cannot be written to costs time at the next start, nothing else.
  });
  return code;
}

/** Whole or not at all: other processes may start at the same moment, and this one may be killed. */
async function keep(path, code) {
  await mkdir(cache, { recursive: true });
  const unfinished = `${path}.${process.pid}`;
  await writeFile(unfinished, code);
  await rename(unfinished, path);
}
