import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// These hooks have a thread of their own, in which nothing else waits: reading at once takes a fraction of the time that promises take.

/** What was stripped before is kept here, so that the stripper (30 MB in memory) is loaded only for what is new. */
const cache = fileURLToPath(new URL('../../node_modules/.cache/linli/', import.meta.url));

/** Our own modules name each other by their files: nothing has to be looked for. */
export function resolve(specifier, context, nextResolve) {
  if (!specifier.startsWith('.') || !specifier.endsWith('.ts')) return nextResolve(specifier, context);
  return { url: new URL(specifier, context.parentURL).href, format: 'module', shortCircuit: true };
}

/** Loads TypeScript with its types blanked out: every line and column stays where it is, so that no source map is needed. */
export async function load(url, context, nextLoad) {
  if (!url.endsWith('.ts')) return nextLoad(url, context);
  const filename = fileURLToPath(url);
  return { format: 'module', source: await stripped(readFileSync(filename), filename), shortCircuit: true };
}

async function stripped(source, filename) {
  const kept = join(cache, `${createHash('sha256').update(source).digest('hex')}.js`);
  const known = keptIn(kept);
  if (known !== null) return known;
  const { default: amaro } = await import('amaro');
  const { code } = amaro.transformSync(source.toString(), { mode: 'strip-only', filename });
  keep(kept, code);
  return code;
}

function keptIn(path) {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

/** Whole or not at all: other processes may start at the same moment, and this one may be killed. */
function keep(path, code) {
  try {
    mkdirSync(cache, { recursive: true });
    const unfinished = `${path}.${process.pid}`;
    writeFileSync(unfinished, code);
    renameSync(unfinished, path);
  } catch {
    // A folder that cannot be written to costs time at the next start, nothing else.
  }
}
