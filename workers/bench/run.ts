import { parseArgs } from 'node:util';
import type { Benchmark } from '../../core/bench/benchmark.ts';

interface Listed {
  /** What it measures, in a line. */
  about: string;
  /** Sizes that can be asked for, and what else. */
  numbers: readonly string[];
  flags?: readonly string[];
  /** Loaded only when asked for. */
  load: () => Promise<Benchmark>;
}

/** By the name under which `npm run bench -- NAME` finds them. */
const benchmarks: Readonly<Record<string, Listed>> = {
  intake: {
    about: 'messages through the inbox to the commit, beside a bare pg loop that stores the same rows',
    numbers: ['messages'],
    load: async () => (await import('../../core/bench/intake.ts')).intake,
  },
  simulate: {
    about: 'a year of tickets replayed under another policy, beside the one in force',
    numbers: ['tickets'],
    load: async () => (await import('../../core/bench/simulate.ts')).simulate,
  },
  deadlines: {
    about: 'very many open limits of which some fall due, shared by several workers, beside jobs that do nothing',
    numbers: ['open', 'due', 'seconds', 'workers'],
    flags: ['postgres'],
    load: async () => (await import('./deadlines.ts')).deadlines,
  },
  broadcast: {
    about:
      'a notice to very many groups at Telegram’s limits, by workers that are killed, beside the answers to persons',
    numbers: ['groups', 'kills', 'seed', 'workers'],
    flags: ['postgres'],
    load: async () => (await import('./broadcast.ts')).broadcast,
  },
};

const optionsOf = ({ numbers, flags = [] }: Listed): string =>
  [...numbers.map((name) => `[--${name} N]`), ...flags.map((name) => `[--${name}]`)].join(' ');

const usage = [
  'npm run bench -- NAME [--json] …',
  ...Object.entries(benchmarks).map(([name, listed]) => `  ${name} ${optionsOf(listed)}: ${listed.about}`),
  '',
].join('\n');

interface Question {
  listed: Listed;
  json: boolean;
  numbers: Record<string, number>;
  flags: Set<string>;
}

/** Prints what was measured, for people or as one JSON object. Returns the exit code: 2 for a question it cannot answer. */
async function main(args: string[]): Promise<number> {
  const asked = question(args);
  if (!asked) {
    process.stderr.write(usage);
    return 2;
  }
  const { listed, json, numbers, flags } = asked;
  const benchmark = await listed.load();
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const { figures, lines } = await benchmark({ numbers, flags, say });
  process.stdout.write(json ? `${JSON.stringify(figures)}\n` : `${lines.join('\n')}\n`);
  return 0;
}

function question([name = '', ...args]: string[]): Question | null {
  const listed = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined;
  if (!listed) return null;
  try {
    const flagNames = ['json', ...(listed.flags ?? [])];
    const options = Object.fromEntries([
      ...listed.numbers.map((one) => [one, { type: 'string' }] as const),
      ...flagNames.map((one) => [one, { type: 'boolean' }] as const),
    ]);
    const values: Record<string, unknown> = parseArgs({ args, options }).values;
    const numbers = Object.fromEntries(
      listed.numbers.flatMap((one) => (values[one] === undefined ? [] : [[one, Number(values[one])]])),
    );
    if (!Object.values(numbers).every((value) => Number.isSafeInteger(value) && value > 0)) return null;
    const flags = new Set(flagNames.filter((one) => values[one] === true));
    return { listed, json: flags.has('json'), numbers, flags };
  } catch {
    return null;
  }
}

process.exitCode = await main(process.argv.slice(2));
