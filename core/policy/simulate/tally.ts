import { addressees, type Addressee } from '../policy.ts';
import type { Replayed } from './replay-ticket.ts';

/** How often somebody was called by name: in the mean of those who were called at all and of all weeks, and at most. */
export interface PersonWeeks {
  total: number;
  mean: number;
  max: number;
  /** Who was called most, the most first. */
  most: { personId: string; count: number }[];
}

export interface ClauseTally {
  clause: string;
  /** Limits that were met, or had passed. */
  count: number;
  inTime: number;
  /** Milliseconds of those that were met, in the kind of time in which they count; null where none was. */
  medianMs: number | null;
  p90Ms: number | null;
}

/** What would have come of all tickets under a policy. */
export interface Tally {
  clauses: ClauseTally[];
  reminders: number;
  /** Rungs to anybody but the assignee and the requester. */
  escalations: Partial<Record<Addressee, number>>;
  /** Residents who heard of a new date before they asked. */
  apologies: number;
  returned: number;
  followUps: { bot: number; person: number };
  reopened: number;
  /** Rungs spoken to the office in the quiet hours. */
  nightCalls: number;
  perPerson: { reminders: PersonWeeks; escalations: PersonWeeks; nightCalls: PersonWeeks };
}

const WEEK_MS = 7 * 24 * 3_600_000;

/** Adds up ticket after ticket, and keeps of each no more than its times. */
export interface Tallying {
  /** @param calledBy the persons whom a call names */
  add(replayed: Replayed, calledBy: (call: Replayed['calls'][number]) => readonly string[]): void;
  sum(): Tally;
}

/** @param from weeks are counted from here, up to `to` */
export function startTally(from: Date, to: Date): Tallying {
  const clauses = new Map<string, { count: number; inTime: number; taken: number[] }>();
  const weeks = Math.max(1, Math.ceil((to.getTime() - from.getTime()) / WEEK_MS));
  const counts = { reminders: 0, apologies: 0, returned: 0, reopened: 0, nightCalls: 0 };
  const followUps = { bot: 0, person: 0 };
  const escalations = new Map<Addressee, number>();
  const people = { reminders: new PeopleTally(), escalations: new PeopleTally(), nightCalls: new PeopleTally() };

  return {
    add({ limits, calls, returned, followUps: asked, reopened }, calledBy) {
      for (const { clause, inTime, takenMs } of limits) {
        const tally = clauses.get(clause) ?? { count: 0, inTime: 0, taken: [] };
        clauses.set(clause, tally);
        tally.count += 1;
        if (inTime) tally.inTime += 1;
        if (takenMs !== null) tally.taken.push(takenMs);
      }
      for (const call of calls) {
        const { tell } = call.rung;
        if (tell === 'requester') {
          counts.apologies += 1;
          continue;
        }
        const named = calledBy(call);
        const week = Math.floor((call.at.getTime() - from.getTime()) / WEEK_MS);
        if (tell === 'assignee') counts.reminders += 1;
        else escalations.set(tell, (escalations.get(tell) ?? 0) + 1);
        people[tell === 'assignee' ? 'reminders' : 'escalations'].add(named, week);
        if (!call.atNight) continue;
        counts.nightCalls += 1;
        people.nightCalls.add(named, week);
      }
      counts.returned += returned;
      counts.reopened += reopened;
      for (const by of asked) followUps[by] += 1;
    },
    sum: () => ({
      ...counts,
      followUps,
      clauses: [...clauses]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([clause, { count, inTime, taken }]) => {
          const sorted = Float64Array.from(taken).sort();
          return { clause, count, inTime, medianMs: rankOf(sorted, 0.5), p90Ms: rankOf(sorted, 0.9) };
        }),
      escalations: Object.fromEntries(
        addressees.flatMap((tell) => (escalations.has(tell) ? [[tell, escalations.get(tell)]] : [])),
      ),
      perPerson: {
        reminders: people.reminders.sum(weeks),
        escalations: people.escalations.sum(weeks),
        nightCalls: people.nightCalls.sum(weeks),
      },
    }),
  };
}

/** The smallest value that at least `share` of all values do not exceed. */
const rankOf = (sorted: Float64Array, share: number): number | null =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;

class PeopleTally {
  readonly #weeksOf = new Map<string, Map<number, number>>();

  add(personIds: readonly string[], week: number): void {
    for (const id of personIds) {
      const weeks = this.#weeksOf.get(id) ?? new Map<number, number>();
      this.#weeksOf.set(id, weeks);
      weeks.set(week, (weeks.get(week) ?? 0) + 1);
    }
  }

  sum(weeks: number): PersonWeeks {
    const each = [...this.#weeksOf].map(([personId, ofWeeks]) => {
      const all = [...ofWeeks.values()];
      return { personId, count: all.reduce((sum, one) => sum + one, 0), max: Math.max(...all) };
    });
    const total = each.reduce((sum, { count }) => sum + count, 0);
    const most = each.toSorted((a, b) => b.count - a.count || (a.personId < b.personId ? -1 : 1)).slice(0, 3);
    return {
      total,
      mean: each.length === 0 ? 0 : total / each.length / weeks,
      max: Math.max(0, ...each.map(({ max }) => max)),
      most: most.map(({ personId, count }) => ({ personId, count })),
    };
  }
}
