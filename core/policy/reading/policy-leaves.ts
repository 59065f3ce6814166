import { isRecord, pathText, type PolicyPath } from '../check/flaw.ts';
import type { Policy } from '../policy.ts';
import type { RungTime } from '../document/rung-time.ts';
import { writeDuration } from '../document/write-duration.ts';

/** A single thing that a policy says. */
export interface Leaf {
  path: string;
  /** As it is written in a policy's file. */
  written: string;
}

/** Everything that a policy says, each as it is written, by its path. Equal policies have equal leaves, however they were written. */
export function leavesOf(policy: Policy): Leaf[] {
  return leaves(policy, []);
}

function leaves(value: unknown, path: PolicyPath): Leaf[] {
  const open = isRecord(value) && !isRungTime(value) && Object.keys(value).length > 0;
  if (open && path.at(-2) !== 'days')
    return Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : leaves(inner, [...path, key])));
  return [{ path: pathText(path), written: write(value, String(path.at(-1))) }];
}

const isRungTime = (value: unknown): value is RungTime =>
  isRecord(value) && ['share', 'after_start', 'after_limit'].includes(String(value['kind']));

/** Numbers that are no durations. */
const counts: ReadonlySet<string> = new Set([
  'format',
  'digestFrom',
  'lowRatingUpTo',
  'attemptsAtMost',
  'silentFrom',
  'perMinute',
  'perGroupAndDay',
  'offerQuestionsFrom',
]);
const shares: ReadonlySet<string> = new Set(['sampleShare', 'quorum', 'majority']);

const percent = (share: number): string => `${Math.round(share * 100_000) / 1000}%`;

function write(value: unknown, name: string): string {
  if (Array.isArray(value)) return `[${value.map((one: unknown) => write(one, name)).join(', ')}]`;
  if (isRungTime(value)) return writeRungTime(value);
  if (isRecord(value)) return writeRecord(value);
  if (typeof value !== 'number') return String(value);
  if (shares.has(name)) return percent(value);
  return counts.has(name) ? String(value) : writeDuration(value);
}

function writeRungTime(at: RungTime): string {
  if (at.kind === 'share') return percent(at.share);
  const point = at.kind === 'after_start' ? 'start' : 'limit';
  return at.ms === 0 ? point : `${point} + ${writeDuration(at.ms)}`;
}

function writeRecord(value: Record<string, unknown>): string {
  if (typeof value['opensAt'] === 'string') return `${value['opensAt']}-${String(value['closesAt'])}`;
  const parts = Object.entries(value).map(([key, inner]) => `${key}: ${write(inner, key)}`);
  return parts.length > 0 ? `{ ${parts.join(', ')} }` : '{}';
}
