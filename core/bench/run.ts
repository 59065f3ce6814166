import { parseArgs } from 'node:util';
import type { Benchmark } from './benchmark.ts';

interface Listed {
  /** What it measures, in a line. */
  about: string;
  /** Loaded only when asked for. */
  load: () => Promise<Benchmark>;
}

/** By the name under which `npm run bench -- NAME` finds them. */
const benchmarks: Readonly<Record<string, Listed>> = {
  intake: {
    about: 'messages through the inbox to the commit, beside a bare pg loop that stores the same rows',
    load: async () => (await import('./intake.ts')).intake,
  },
};

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
  const { listed, json, messages } = asked;
  const benchmark = await listed.load();
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const { figures, lines } = await benchmark({ messages, say });
  process.stdout.write(json ? `${JSON.stringify(figures)}\n` : `${lines.join('\n')}\n`);
  return 0;
}

function question(args: string[]): { listed: Listed; json: boolean; messages: number | null } | null {
  try {
    const options = { json: { type: 'boolean' }, messages: { type: 'string' } } as const;
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
    const [name = '', ...more] = positionals;
    const listed = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined;
    if (!listed || more.length > 0) return null;
    const messages = values.messages === undefined ? null : Number(values.messages);
    if (messages !== null && !(Number.isSafeInteger(messages) && messages > 0)) return null;
    return { listed, json: values.json ?? false, messages };
  } catch {
    return null;
  }
}

process.exitCode = await main(process.argv.slice(2));
