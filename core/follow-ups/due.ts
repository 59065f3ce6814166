import type { DueOfTicket, Look } from '../clocks/look.ts';
import { setDeadline } from '../tickets/deadlines.ts';
import { askResident } from './ask.ts';
import { handToPerson } from './hand-to-person.ts';
import { overtakeFollowUp } from './plan.ts';
import { climbFollowUp, rungOf } from './rungs.ts';

/**
 * It is time to ask after a closed ticket, or to remind whoever should have (P6e). A ticket that is not closed any more is not
 * asked after; nothing is said in the quiet hours, but by a rung that wakes.
 */
export const followUpDue: Look<DueOfTicket> = async (step, due) => {
  const { ticket, community, followUpId } = due;
  const followUp = followUpId ? await step.tx.followUp.findUnique({ where: { id: followUpId } }) : null;
  if (!followUp || followUp.settledAt) return 'settled';
  if (ticket.status !== 'closed') {
    await overtakeFollowUp(step, ticket.id);
    return 'overtaken';
  }
  const rung = rungOf(due);
  const civil = community.calendar.civil(step.now);
  if (civil > step.now && !rung?.wakes) {
    const { rung: name, personId } = due;
    const later = { ticketId: ticket.id, followUpId: followUp.id, rung: name, personId };
    await setDeadline(step, { kind: 'follow_up', dueAt: civil, ...later });
    return 'put off to the morning';
  }
  if (rung) return climbFollowUp(step, due, followUp, rung);
  if (due.rung !== null) return 'no such rung';
  return followUp.by === 'bot' ? askResident(step, due, followUp) : handToPerson(step, due, followUp);
};
