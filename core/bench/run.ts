import { parseArgs } from 'node:util';
import type { Benchmark } from './benchmark.ts';
import { intake } from './intake.ts';

/** By the name under which `npm run bench -- NAME` finds them. */
const benchmarks: Readonly<Record<string, Benchmark>> = { intake };

const usage = [
  'npm run bench -- NAME [--json] [--messages N]',
  ...Object.entries(benchmarks).map(([name, { about }]) => `  ${name}: ${about}`),
  '',
].join('\n');

/** Prints what was measured, for people or as one JSON object. Returns the exit code: 2 for a question it cannot answer. */
async function main(args: string[]): Promise<number> {
  const asked = question(args);
  if (!asked) {
    process.stderr.write(usage);
    return 2;
  }
  const { benchmark, json, messages } = asked;
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const { figures, lines } = await benchmark.run({ messages, say });
  process.stdout.write(json ? `${JSON.stringify(figures)}\n` : `${lines.join('\n')}\n`);
  return 0;
}

function question(args: string[]): { benchmark: Benchmark; json: boolean; messages: number | null } | null {
  try {
    const options = { json: { type: 'boolean' }, messages: { type: 'string' } } as const;
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
    const [name = '', ...more] = positionals;
    const benchmark = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined;
    if (!benchmark || more.length > 0) return null;
    const messages = values.messages === undefined ? null : Number(values.messages);
    if (messages !== null && !(Number.isSafeInteger(messages) && messages > 0)) return null;
    return { benchmark, json: values.json ?? false, messages };
  } catch {
    return null;
  }
}

process.exitCode = await main(process.argv.slice(2));
