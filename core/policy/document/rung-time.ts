import { z } from 'zod';
import { fieldRules } from './field-rules.ts';
import { readDuration } from './units.ts';

/** When a rung of a ladder is due: at a share of the limit, some time after it started, or some time after it was due. */
export type RungTime =
  | { kind: 'share'; share: number }
  | { kind: 'after_start'; ms: number }
  /** 0: at the limit itself. */
  | { kind: 'after_limit'; ms: number };

/** "50%" · "start" · "start + 1min" · "limit" · "limit + 2h" */
export const rungTime = z.string().transform((text, context): RungTime => {
  const read = readRungTime(text);
  if (read) return read;
  context.addIssue({ code: 'custom', message: fieldRules.rungTime });
  return z.NEVER;
});

function readRungTime(text: string): RungTime | null {
  const said = text.trim();
  const percent = /^(\d{1,2})%$/.exec(said);
  if (percent) return Number(percent[1]) > 0 ? { kind: 'share', share: Number(percent[1]) / 100 } : null;
  const point = /^(start|limit)(?:\s*\+\s*(.+))?$/.exec(said);
  if (!point) return null;
  const ms = point[2] === undefined ? 0 : readDuration(point[2]);
  if (ms === null) return null;
  return { kind: point[1] === 'start' ? 'after_start' : 'after_limit', ms };
}
