import { z } from 'zod';

const clockTime = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'expected HH:MM');

/** How long somebody may wait, and in which kind of time: every minute, or only those of the service hours. */
const allowance = z.object({
  /** The code of the clause, as tickets cite it. */
  clause: z.string().regex(/^P\d+[a-z]$/),
  withinMinutes: z.int().positive(),
  counts: z.enum(['calendar', 'service']),
});
export type Allowance = z.infer<typeof allowance>;

const serviceHours = z
  .object({
    opensAt: clockTime,
    closesAt: clockTime,
    /** ISO: 1 is Monday, 7 is Sunday. */
    weekdays: z.array(z.int().min(1).max(7)).min(1),
  })
  .refine((hours) => hours.opensAt < hours.closesAt, 'service hours must open before they close, on the same day');
export type ServiceHours = z.infer<typeof serviceHours>;

/** From `startsAt` up to but not including `endsAt`, over midnight if need be. Equal times mean no quiet hours. */
const quietHours = z.object({ startsAt: clockTime, endsAt: clockTime });
export type QuietHours = z.infer<typeof quietHours>;

const policyFields = z.object({
  firstResponse: z.object({
    /** Whatever the kind. */
    emergency: allowance,
    /** A repair that many people or somebody vulnerable wait for. */
    highRepair: allowance,
    repair: allowance,
    complaint: allowance,
    suggestion: allowance,
    inquiry: allowance,
    /** Null: praise needs no answer. */
    praise: allowance.nullable(),
  }),
  /** From one word about an open ticket to the next. */
  progress: allowance,
  /** The clause under which a promised time is kept. */
  promiseClause: z.string(),
  /** The assignee is reminded when these shares of a limit have passed (P6c). */
  remindAtShares: z.array(z.number().gt(0).lt(1)),
  ratingReminderAfterHours: z.number().positive(),
  closeUnansweredAfterHours: z.number().positive(),
  leaveUnlinkedAfterHours: z.number().positive(),
  serviceHours,
  quietHours,
});
export type Policy = z.infer<typeof policyFields>;

/** The allowances of a policy, whatever they are for. */
function allowancesOf(policy: Policy): Allowance[] {
  const all = [...Object.values(policy.firstResponse), policy.progress];
  return all.filter((allowance) => allowance !== null);
}

/** In which kind of time the limits of a clause count; a promise, and a clause that the policy does not know, by calendar. */
export function countsOf(policy: Policy, clause: string): Allowance['counts'] {
  return allowancesOf(policy).find((allowance) => allowance.clause === clause)?.counts ?? 'calendar';
}

/**
 * What a community promises its residents (P5 … P9), as data. Kept in versions; a ticket stays with the one it was opened
 * under. Fields are only ever added, with a default, so that old versions stay readable.
 */
export const policySchema = policyFields.refine(
  (policy) => allowancesOf(policy).every(({ clause, counts }) => counts === countsOf(policy, clause)),
  'all allowances of one clause must count in the same kind of time',
);

const hours = 60;
const days = 24 * hours;

/**
 * The policy of a new community: the defaults of the clauses.
 *
 * A repair that many wait for gets half of the hour of any other, in service hours like it: at night only an emergency
 * wakes anybody (P9a). Praise asks for nothing, and yet somebody took the trouble to write: it is answered like a
 * suggestion, within a week.
 */
export const defaultPolicy: Policy = {
  firstResponse: {
    emergency: { clause: 'P5e', withinMinutes: 5, counts: 'calendar' },
    highRepair: { clause: 'P5d', withinMinutes: 30, counts: 'service' },
    repair: { clause: 'P5d', withinMinutes: 1 * hours, counts: 'service' },
    complaint: { clause: 'P5a', withinMinutes: 48 * hours, counts: 'calendar' },
    suggestion: { clause: 'P5b', withinMinutes: 7 * days, counts: 'calendar' },
    inquiry: { clause: 'P5c', withinMinutes: 24 * hours, counts: 'calendar' },
    praise: { clause: 'P5b', withinMinutes: 7 * days, counts: 'calendar' },
  },
  progress: { clause: 'P5f', withinMinutes: 48 * hours, counts: 'calendar' },
  promiseClause: 'P5g',
  remindAtShares: [0.5, 0.8],
  ratingReminderAfterHours: 24,
  closeUnansweredAfterHours: 72,
  leaveUnlinkedAfterHours: 24,
  serviceHours: { opensAt: '08:30', closesAt: '18:00', weekdays: [1, 2, 3, 4, 5, 6, 7] },
  quietHours: { startsAt: '22:00', endsAt: '08:00' },
};
