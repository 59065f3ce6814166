import { parseArgs } from 'node:util';
import type { Benchmark } from '../../core/bench/benchmark.ts';

interface Listed {
  /** What it measures, in a line. */
  about: string;
  /** Sizes that can be asked for, and what else. */
  numbers: readonly string[];
  flags?: readonly string[];
  /** Whether it measures on a folder that can be named. */
  takesFolder?: true;
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
  understanding: {
    about:
      'how much of what residents say is understood rightly, on labelled chats (core/intake/corpus or a folder of yours), and what it costs',
    numbers: [],
    flags: ['misses', 'cross-validated', 'no-runs', 'no-units', 'no-conversation'],
    takesFolder: true,
    load: async () => (await import('../../core/bench/understanding.ts')).understanding,
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

const optionsOf = ({ numbers, flags = [], takesFolder }: Listed): string =>
  [
    ...(takesFolder ? ['[FOLDER]'] : []),
    ...numbers.map((name) => `[--${name} N]`),
    ...flags.map((name) => `[--${name}]`),
  ].join(' ');

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
  folder: string | null;
}

/** Prints what was measured, for people or as one JSON object. Returns the exit code: 2 for a question it cannot answer. */
async function main(args: string[]): Promise<number> {
  const asked = question(args);
  if (!asked) {
    process.stderr.write(usage);
    return 2;
  }
  const { listed, json, ...options } = asked;
  const benchmark = await listed.load();
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const measured = await benchmark({ ...options, say });
  if ('said' in measured) {
    say(measured.said);
    return 2;
  }
  const { figures, lines } = measured;
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
    const { values, positionals }: { values: Record<string, unknown>; positionals: string[] } = parseArgs({
      args,
      options,
      allowPositionals: listed.takesFolder === true,
    });
    if (positionals.length > 1) return null;
    const numbers = Object.fromEntries(
      listed.numbers.flatMap((one) => (values[one] === undefined ? [] : [[one, Number(values[one])]])),
    );
    if (!Object.values(numbers).every((value) => Number.isSafeInteger(value) && value > 0)) return null;
    const flags = new Set(flagNames.filter((one) => values[one] === true));
    return { listed, json: flags.has('json'), numbers, flags, folder: positionals[0] ?? null };
  } catch {
    return null;
  }
}

process.exitCode = await main(process.argv.slice(2));
