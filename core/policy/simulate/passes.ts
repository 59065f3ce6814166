import type { ServiceCalendar } from '../time/calendar.ts';
import type { Policy } from '../policy.ts';
import type { TicketStory } from './story.ts';

/** What somebody does with a ticket that they were asked to take over, and that so is accepted. */
const accepting = ['taken', 'answered', 'progressed', 'asked_back', 'promised', 'done'];
/** What ends an offer, whoever does it. */
const ending = ['passed', 'declined', 'taken', 'done', 'closed', 'merged', 'dismissed'];

/**
 * How often a ticket that was passed on would have returned, because nobody accepted it in the policy's time (P6b). Accepted at
 * the very instant is in time. Where it did return in the past, and was accepted later, the later instant counts.
 */
export function countReturned(story: TicketStory, policy: Policy, calendar: ServiceCalendar, until: Date): number {
  const { acceptWithin, counts } = policy.passing;
  return story.steps.filter((pass, index) => {
    if (pass.type !== 'passed') return false;
    const dueAt = calendar.add(pass.at, acceptWithin, counts);
    const end = story.steps
      .slice(index + 1)
      .find(({ type, actorId }) => ending.includes(type) || (accepting.includes(type) && actorId === pass.about));
    return (end?.at ?? until) > dueAt;
  }).length;
}
