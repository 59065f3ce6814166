import type { FollowUpBy, LimitKind } from '../../../prisma/generated/enums.ts';
import { followUpFor } from '../../follow-ups/follow-up-for.ts';
import type { ServiceCalendar } from '../time/calendar.ts';
import { limitFor, promiseLimit, type SetLimit } from '../limits.ts';
import type { Policy, Rung } from '../policy.ts';
import { startRun, type LimitRun, type Outcome } from './limit-run.ts';
import { countReturned } from './passes.ts';
import type { StoryStep, TicketStory } from './story.ts';

/** A word that the desk would have said to somebody of the office, or to the requester. */
export interface Call {
  at: Date;
  rung: Rung;
  /** Who was in charge then. */
  inChargeId: string | null;
  /** In the quiet hours. */
  atNight: boolean;
}

/** What would have come of a ticket under a policy. */
export interface Replayed {
  /** Limits that were met, or had passed. */
  limits: Outcome[];
  calls: Call[];
  /** Passed on, not accepted in the policy's time, and so returned (P6b). */
  returned: number;
  /** Who would have asked after it, each time that its time came before it was reopened (P6e). */
  followUps: FollowUpBy[];
  reopened: number;
}

/**
 * Counts the limits of a ticket's past anew under a policy, with the rungs that would have been spoken until somebody answered.
 * What people did, and when, is taken as it was; so is what the ticket was understood to be in the end.
 * @param until up to when the past is known: a limit that had not passed by then does not count
 */
export function replayTicket(story: TicketStory, policy: Policy, calendar: ServiceCalendar, until: Date): Replayed {
  const limits: Outcome[] = [];
  const calls: Call[] = [];
  let running: LimitRun[] = [];
  const trial = { policy, calendar, byChat: story.byChat, urgency: story.urgency };
  const inCharge = chargesOf(story);
  const followUps = createFollowUps(story, policy, calendar);

  const speak = ({ at, rung }: { at: Date; rung: Rung }): void => {
    calls.push({ at, rung, inChargeId: inCharge(at), atNight: calendar.civil(at) > at });
  };
  const start = (kind: LimitKind, set: SetLimit | null, at: Date): void => {
    if (set) running.push(startRun(trial, { kind, set, at }, speak));
  };
  const end = (kinds: readonly LimitKind[], at: Date, how: 'met' | 'cancelled' | 'last_look'): void => {
    for (const run of running) {
      const outcome = kinds.includes(run.kind) ? run.end(at, how) : null;
      if (outcome) limits.push(outcome);
    }
    running = running.filter((run) => !kinds.includes(run.kind));
  };
  const startBy = (purpose: 'first_response' | 'reopened' | 'progress' | 'resolution', at: Date): void => {
    start(purpose === 'reopened' ? 'first_response' : purpose, limitFor(policy, purpose, story, at, calendar), at);
  };
  const resume = (at: Date): void => {
    for (const run of running) run.resume(at);
  };

  /** By a person, to the resident: the first answer, or the progress that was owed. */
  const answer = (at: Date): void => {
    resume(at);
    end(['first_response', 'progress'], at, 'met');
    if (running.some((run) => run.kind === 'promise' && run.isAhead(at))) return;
    end(['promise'], at, 'met');
    startBy('progress', at);
  };

  const take: Partial<Record<StoryStep['type'], (step: StoryStep) => void>> = {
    taken: ({ at }) => {
      // While the ball is with the resident it stays there, whoever is in charge.
      if (!waiting) answer(at);
    },
    answered: ({ at }) => answer(at),
    progressed: ({ at }) => answer(at),
    asked_back: ({ at }) => {
      answer(at);
      for (const run of running) if (run.kind === 'progress' || run.kind === 'resolution') run.pause(at);
    },
    promised: ({ at, about }) => {
      answer(at);
      end(['promise', 'progress'], at, 'cancelled');
      start('promise', promiseLimit(policy, story, new Date(about ?? at)), at);
    },
    message_added: ({ at }) => resume(at),
    resumed: ({ at }) => resume(at),
    done: ({ at }) => {
      resume(at);
      end(all, at, 'met');
    },
    reopened: ({ at }) => {
      followUps.reopen(at);
      startBy('reopened', at);
      startBy('resolution', at);
    },
    rated: ({ about }) => followUps.rate(Number(about)),
    closed: ({ at }) => {
      end(all, at, 'cancelled');
      followUps.close(at);
    },
    merged: ({ at }) => end(all, at, 'cancelled'),
    dismissed: ({ at }) => end(all, at, 'cancelled'),
  };

  let waiting = false;
  startBy('first_response', story.openedAt);
  startBy('resolution', story.openedAt);
  for (const step of story.steps) {
    take[step.type]?.(step);
    waiting =
      step.type === 'asked_back' || (waiting && ['assigned', 'taken', 'passed', 'declined'].includes(step.type));
  }
  end(all, until, 'last_look');

  const reopened = story.steps.filter(({ type }) => type === 'reopened').length;
  const returned = countReturned(story, policy, calendar, until);
  return { limits, calls, returned, followUps: followUps.cameDue(until), reopened };
}

const all: readonly LimitKind[] = ['first_response', 'progress', 'promise', 'resolution'];

/** Who was in charge at an instant; null before anybody was. */
function chargesOf({ steps }: TicketStory): (at: Date) => string | null {
  const charges = steps
    .filter(({ type }) => type === 'assigned' || type === 'taken')
    .map(({ type, at, actorId, about }) => ({ at, personId: type === 'taken' ? actorId : about }));
  return (at) => charges.findLast((charge) => charge.at <= at)?.personId ?? null;
}

/** Which follow-ups would have been planned, and not been overtaken by a reopening. */
function createFollowUps(story: TicketStory, policy: Policy, calendar: ServiceCalendar) {
  let planned: { by: FollowUpBy; dueAt: Date }[] = [];
  let reopenedCount = 0;
  let score: number | null = null;
  return {
    rate(given: number): void {
      score = Math.min(given, score ?? given);
    },
    reopen(at: Date): void {
      reopenedCount += 1;
      planned = planned.filter(({ dueAt }) => dueAt <= at);
    },
    close(at: Date): void {
      const { kind, urgency, origin, byChat: hasChat } = story;
      const found = followUpFor(policy, { kind, urgency, origin, hasChat, reopenedCount, score }, drawOf(story.id));
      const dueAt = calendar.civil(new Date(at.getTime() + policy.followUps.after));
      if (found) planned.push({ by: found.by, dueAt });
    },
    cameDue: (until: Date): FollowUpBy[] => planned.filter(({ dueAt }) => dueAt <= until).map(({ by }) => by),
  };
}

/** In [0, 1), and the same for a ticket under every policy, so that two samples differ only by their size. */
const drawOf = (id: string): number => Number.parseInt(id.slice(-8), 16) / 0x1_0000_0000;
