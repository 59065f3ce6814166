import type { LimitKind, Urgency } from '../../../prisma/generated/enums.ts';
import type { ServiceCalendar } from '../time/calendar.ts';
import { newDateAfterBreach, overtaken, planLadder, resumeLimit, type PlannedRung } from '../ladder.ts';
import type { SetLimit } from '../limits.ts';
import type { Policy, Rung } from '../policy.ts';

/** The policy that is tried, and whose past it is tried on. */
export interface Trial {
  policy: Policy;
  calendar: ServiceCalendar;
  /** There is a chat in which the requester can be told. */
  byChat: boolean;
  urgency: Urgency;
}

/** A rung that would have been spoken. */
export interface Spoken {
  at: Date;
  rung: Rung;
}

/** What came of a limit that ended. */
export interface Outcome {
  clause: string;
  inTime: boolean;
  /** In the kind of time in which it counts, without pauses; null where nobody ever met it. */
  takenMs: number | null;
}

/** A new date is given so often at most for one limit: after that only the office hears. */
const NEW_DATES_AT_MOST = 2;

/** A limit as it would have run. An answer at the very instant of a rung comes before it, and at that of the limit is in time. */
export interface LimitRun {
  readonly kind: LimitKind;
  /** Stands still, because the ball is with the resident. */
  pause(at: Date): void;
  resume(at: Date): void;
  /** Whether it is due later than `at`. */
  isAhead(at: Date): boolean;
  /**
   * Ends it: met by an answer, no longer of interest, or looked at for the last time. Null where it is not to be counted, because
   * it had not passed when it ended without an answer.
   */
  end(at: Date, how: 'met' | 'cancelled' | 'last_look'): Outcome | null;
}

/** @param speak told of each rung, in order */
export function startRun(
  trial: Trial,
  started: { kind: LimitKind; set: SetLimit; at: Date },
  speak: (spoken: Spoken) => void,
  newDates = 0,
): LimitRun {
  const { policy, calendar, byChat, urgency } = trial;
  const { kind, set, at: startedAt } = started;
  let { dueAt } = set;
  let pausedAt: Date | null = null;
  let stoodMs = 0;
  let rungs: readonly PlannedRung[] = planLadder(policy, set, startedAt, calendar);
  /** How many of them have been looked at. */
  let climbed = 0;
  let renewal: LimitRun | null = null;

  function speakUntil(until: Date): void {
    if (pausedAt) return;
    for (let next = rungs[climbed]; next && next.dueAt < until; next = rungs[climbed]) {
      climbed += 1;
      // Once the limit has passed nobody is reminded of it: that is what the rungs to the office say.
      const isTooLate = next.rung.tell === 'assignee' && next.dueAt >= dueAt;
      if (isTooLate || overtaken(next, rungs, next.dueAt)) continue;
      if (next.rung.tell === 'requester') apologise(next);
      else speak({ at: next.dueAt, rung: next.rung });
    }
  }

  function apologise({ dueAt: at, rung }: PlannedRung): void {
    if (!byChat) return;
    // Who waits in danger is given no other date.
    const isEmergency = urgency === 'emergency' && kind === 'first_response';
    if (!isEmergency && newDates >= NEW_DATES_AT_MOST) return;
    speak({ at, rung });
    if (isEmergency || renewal) return;
    const renewed: SetLimit = { ...set, dueAt: newDateAfterBreach(policy, at, calendar) };
    renewal = startRun(trial, { kind, set: renewed, at }, speak, newDates + 1);
  }

  return {
    kind,
    pause(at) {
      if (pausedAt) return;
      speakUntil(at);
      renewal?.pause(at);
      pausedAt = at;
    },
    resume(at) {
      if (!pausedAt) return;
      const since = pausedAt;
      const hadPassed = dueAt <= since;
      const resumed = resumeLimit({ dueAt, pausedAt: since, counts: set.counts }, at, calendar);
      rungs = rungs.map((planned, index) => {
        if (index < climbed) return planned;
        const isAfter = planned.rung.at.kind === 'after_limit' && !hadPassed;
        const then = isAfter
          ? new Date(resumed.getTime() + planned.dueAt.getTime() - dueAt.getTime())
          : resumeLimit({ dueAt: planned.dueAt, pausedAt: since, counts: set.counts }, at, calendar);
        return { ...planned, dueAt: planned.rung.wakes ? then : calendar.civil(then) };
      });
      stoodMs += calendar.between(since, at, set.counts);
      dueAt = resumed;
      pausedAt = null;
      renewal?.resume(at);
    },
    isAhead: (at) => dueAt > at,
    end(at, how) {
      const endedAt = pausedAt ?? at;
      speakUntil(at);
      renewal?.end(at, how);
      const isLate = endedAt > dueAt;
      if (how !== 'met' && !isLate) return null;
      const takenMs = calendar.between(startedAt, endedAt, set.counts) - stoodMs;
      return { clause: set.clause, inTime: !isLate, takenMs: how === 'met' ? takenMs : null };
    },
  };
}
