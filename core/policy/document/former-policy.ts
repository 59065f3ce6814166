import { z } from 'zod';
import { defaultPolicyDocument } from '../default-policy.ts';
import type { PolicyDocument } from '../policy.ts';
import { writeDuration } from './write-duration.ts';

const MINUTE_MS = 60_000;

const allowance = z.object({
  clause: z.string(),
  withinMinutes: z.number().positive(),
  counts: z.enum(['calendar', 'service']),
});
type Allowance = z.output<typeof allowance>;

/** How policies were kept before they had a format: one allowance for each kind, one window for all open days, hours as numbers. */
const formerPolicy = z.object({
  firstResponse: z.object({
    emergency: allowance,
    highRepair: allowance,
    repair: allowance,
    complaint: allowance,
    suggestion: allowance,
    inquiry: allowance,
    praise: allowance.nullable(),
  }),
  progress: allowance,
  promiseClause: z.string(),
  remindAtShares: z.array(z.number().gt(0).lt(1)),
  ratingReminderAfterHours: z.number().positive(),
  closeUnansweredAfterHours: z.number().positive(),
  leaveUnlinkedAfterHours: z.number().positive(),
  serviceHours: z.object({ opensAt: z.string(), closesAt: z.string(), weekdays: z.array(z.int().min(1).max(7)) }),
  quietHours: z.object({ startsAt: z.string(), endsAt: z.string() }),
});
type FormerPolicy = z.output<typeof formerPolicy>;

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/**
 * A version from before policies had a format, as the same promises are written now: the same limits in the same kind of time,
 * the same service and quiet hours, without public holidays, of which it knew nothing. What it had no word for (who is told when
 * a limit has passed, follow-ups, health, …) is as in the shipped default.
 * @throws {z.ZodError} for anything else
 */
export function upgradeFormerPolicy(data: unknown): PolicyDocument {
  const former = formerPolicy.parse(data);
  const open = [`${former.serviceHours.opensAt}-${former.serviceHours.closesAt}`];
  const { closing, ...others } = defaultPolicyDocument;
  return {
    ...others,
    calendar: {
      holidays: null,
      week: Object.fromEntries(former.serviceHours.weekdays.map((day) => [weekdays[day - 1] ?? 'mon', open])),
      onHolidays: [],
      onMakeUpDays: null,
      days: {},
      quietHours: `${former.quietHours.startsAt}-${former.quietHours.endsAt}`,
    },
    limits: limitsOf(former),
    ladders: laddersOf(former),
    closing: {
      ...closing,
      remindToRateAfter: hours(former.ratingReminderAfterHours),
      closeUnansweredAfter: hours(former.closeUnansweredAfterHours),
    },
    leaveUnlinkedAfter: hours(former.leaveUnlinkedAfterHours),
  };
}

const hours = (count: number): string => writeDuration(count * 60 * MINUTE_MS);

/** A reopened ticket was answered within the same time as a new one. */
function limitsOf({ firstResponse, progress, promiseClause }: FormerPolicy): PolicyDocument['limits'] {
  const { emergency, highRepair, ...kinds } = firstResponse;
  const lines: PolicyDocument['limits'] = {};
  for (const [purpose, end] of [
    ['first_response', 'answer'],
    ['reopened', 'reopened'],
  ] as const) {
    lines[`emergency-${end}`] = { for: purpose, urgency: 'emergency', ...within(emergency), ladder: 'alarm' };
    lines[`urgent-repair-${end}`] = {
      for: purpose,
      kind: 'repair',
      urgency: 'high',
      ...within(highRepair),
      ladder: 'office',
    };
    for (const [kind, allowed] of Object.entries(kinds)) {
      const line = allowed ? { ...within(allowed), ladder: 'office' } : { clause: 'P5b', within: null };
      lines[`${kind}-${end}`] = { for: purpose, kind: kind as keyof typeof kinds, ...line };
    }
  }
  return {
    ...lines,
    progress: { for: 'progress', ...within(progress), ladder: 'office' },
    promise: { clause: promiseClause, for: 'promise', ladder: 'office' },
  };
}

const within = ({
  clause,
  withinMinutes,
  counts,
}: Allowance): { clause: string; within: string; counts: Allowance['counts'] } => ({
  clause,
  within: writeDuration(withinMinutes * MINUTE_MS),
  counts,
});

/** The person in charge was reminded at these shares; the rest of the ladder is the default's. */
function laddersOf({ remindAtShares }: FormerPolicy): PolicyDocument['ladders'] {
  const { office = {}, ...others } = defaultPolicyDocument.ladders;
  const after = Object.entries(office).filter(([, { at }]) => !at.endsWith('%'));
  const shares = [...new Set(remindAtShares.map((share) => Math.min(99, Math.max(1, Math.round(share * 100)))))];
  const before = shares.map((percent) => [`at-${percent}`, { at: `${percent}%`, tell: 'assignee' as const }]);
  return { ...others, office: Object.fromEntries([...before, ...after]) };
}
