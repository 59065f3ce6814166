import type { FollowUp } from '../../prisma/generated/client.ts';
import type { DueOfTicket } from '../clocks/look.ts';
import { planLadder } from '../policy/ladder.ts';
import { limitFor } from '../policy/limits.ts';
import type { Step } from '../step.ts';
import type { Texts } from '../text/texts.ts';
import { choiceIds } from '../tickets/choice-id.ts';
import { setDeadline } from '../tickets/deadlines.ts';
import { staffOf } from '../tickets/open.ts';
import { tellStaff } from '../tickets/tell.ts';
import { viewOf, type Ticket } from '../tickets/ticket.ts';
import { chooseCaller } from './choose-caller.ts';
import { lowestScore } from './lowest-score.ts';
import type { Result } from './read-result.ts';

const DAY_MS = 24 * 3_600_000;

/**
 * Somebody of the office is to ask the resident: shown in the staff's group with whom, about what, a short script, and the answers
 * to choose from. It is to be done within the policy's time; the rungs of its ladder are set here.
 */
export async function handToPerson(step: Step, due: DueOfTicket, followUp: FollowUp): Promise<string> {
  const { ticket, community } = due;
  const { policy, calendar } = community;
  const caller = await callerFor(step, ticket, followUp);
  if (!caller) {
    const dueAt = calendar.civil(new Date(step.now.getTime() + DAY_MS));
    await setDeadline(step, { kind: 'follow_up', dueAt, ticketId: ticket.id, followUpId: followUp.id });
    return 'nobody to ask them';
  }
  const { personId } = caller;
  await step.tx.followUp.update({
    where: { id: followUp.id },
    data: { by: 'person', personId, dueAt: step.now },
    select: { id: true },
  });
  const limit = limitFor(policy, 'follow_up', ticket, step.now, calendar);
  for (const { name, dueAt } of limit ? planLadder(policy, limit, step.now, calendar) : []) {
    const rung = { ticketId: ticket.id, followUpId: followUp.id, rung: name, personId };
    await setDeadline(step, { kind: 'follow_up', dueAt, ...rung });
  }
  const score = await lowestScore(step.tx, ticket);
  const wall = (texts: Texts, at: Date): string => texts.when(at, step.now, community.timeZone);
  await tellStaff(step, community, {
    ticketId: ticket.id,
    purpose: 'follow_up',
    occasion: `follow-up:${followUp.id}:${followUp.attempts + 1}:${step.now.getTime()}`,
    text: (texts) =>
      texts.followUpCard({
        ticket: viewOf(ticket),
        caller: caller.name,
        requester: ticket.requester?.name ?? null,
        occasion: followUp.occasion,
        closedAt: ticket.closedAt ? wall(texts, ticket.closedAt) : null,
        score,
        said: followUp.note,
        attempt: followUp.attempts + 1,
        dueAt: limit ? wall(texts, limit.dueAt) : null,
      }),
    choices: (texts) => resultChoices(texts, followUp.id),
  });
  return 'handed to a person';
}

const results: readonly Result[][] = [
  ['satisfied', 'not_solved'],
  ['unreached', 'declined'],
];

/** What may have come of it, by one press. */
export const resultChoices = (texts: Texts, followUpId: string): { id: string; label: string }[][] =>
  results.map((row) =>
    row.map((result) => ({ id: choiceIds.followUp(result, followUpId), label: texts.followUpResult(result) })),
  );

/** Whoever has it already, while they work here and are not away. */
async function callerFor(
  step: Step,
  ticket: Ticket,
  followUp: FollowUp,
): Promise<{ personId: string; name: string } | null> {
  const staff = await staffOf(step, ticket.communityId);
  const known = staff.find(({ personId, absent }) => personId === followUp.personId && !absent);
  return known ?? chooseCaller(ticket, staff);
}
