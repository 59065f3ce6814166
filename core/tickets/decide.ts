import type { StaffWord } from './answer.ts';
import { showCard } from './cards.ts';
import { endAllLimits, meetByAnswer } from './limits.ts';
import { tellResident } from './tell.ts';
import { supportersOf, tellSupporters } from './tell-supporters.ts';
import { writeEvent } from './ticket.ts';
import { onOpenTicket, type Carried, type Work } from './work.ts';

/**
 * A manager decides on a suggestion (P5b). Whoever made it, and everybody who supported it, hears the decision with its reason. One
 * that is adopted is carried out by whoever is in charge, and stays open until it is done; one that is not ends here, and nobody is asked to
 * rate that.
 */
export function decideTicket(word: StaffWord & { adopted: boolean; text: string | null }): Promise<Carried> {
  return onOpenTicket(word, async (work) => {
    const { step, community, ticket, by, messageId } = work;
    const { adopted, text } = word;
    const actor = { actorId: by.personId, messageId };
    await writeEvent(step, ticket.id, 'decided', { by: by.name, adopted, text }, actor);
    await (adopted ? carryOn(work) : close(work));
    const supporters = await supportersOf(step, ticket.id);
    const told = {
      occasion: `decided:${work.occasion}`,
      text: (texts: Parameters<Parameters<typeof tellResident>[3]['text']>[0]) =>
        texts.suggestionDecided(ticket.code, adopted, text, supporters),
    };
    await tellResident(step, community, ticket, { purpose: 'answer', ...told });
    await tellSupporters(step, community, ticket, told);
    await showCard(step, community, ticket.id, { occasion: work.occasion });
  });
}

/** The manager has decided; who was in charge of it carries it out. */
async function carryOn({ step, community, ticket, by }: Work): Promise<void> {
  await step.tx.ticket.update({
    where: { id: ticket.id },
    data: { status: 'accepted', assigneeId: ticket.assigneeId ?? by.personId },
    select: { id: true },
  });
  await meetByAnswer(step, community, ticket);
}

async function close({ step, community, ticket }: Work): Promise<void> {
  await step.tx.ticket.update({
    where: { id: ticket.id },
    data: {
      status: 'closed',
      closedAt: step.now,
      firstResponseAt: ticket.firstResponseAt ?? step.now,
      offeredToId: null,
      offeredAt: null,
    },
    select: { id: true },
  });
  await endAllLimits(step, community, ticket, 'metAt');
  await writeEvent(step, ticket.id, 'closed', { why: 'decided' });
}
