import { isContractor } from '../people/roles.ts';
import type { Step } from '../step.ts';

/** Direct chats that show, or showed, a ticket to contractors, who are in no group of the office. */
export interface ContractorChats {
  /** Of those who have it in charge, or are asked to take it. */
  holding: { id: string }[];
  /** Of those who saw its card and have nothing to do with it any more, and were not told so yet. */
  left: { id: string }[];
}

/** In which direct chats contractors see the ticket's card. */
export async function chatsOfContractors(
  { tx }: Step,
  { id: ticketId, assigneeId, offeredToId }: { id: string; assigneeId: string | null; offeredToId: string | null },
): Promise<ContractorChats> {
  const holders = [...new Set([assigneeId, offeredToId])].flatMap((id) => id ?? []);
  const people = await tx.person.findMany({
    where: { id: { in: holders }, roles: { some: { role: 'contractor', revokedAt: null } } },
    select: { id: true, roles: { where: { revokedAt: null }, select: { role: true } } },
  });
  const contractors = people.filter(({ roles }) => isContractor(roles.map(({ role }) => role)));
  const chat = { kind: 'direct', state: 'active' } as const;
  const holding =
    contractors.length === 0
      ? []
      : await tx.conversation.findMany({
          where: { ...chat, personId: { in: contractors.map(({ id }) => id) } },
          orderBy: { createdAt: 'asc' },
          select: { id: true },
        });
  const shown = await tx.conversation.findMany({
    where: {
      ...chat,
      personId: { notIn: contractors.map(({ id }) => id) },
      outbox: { some: { ticketId, purpose: { in: ['card', 'emergency'] } } },
    },
    select: {
      id: true,
      outbox: { where: { ticketId, purpose: { in: ['card', 'emergency'] } }, orderBy: { seq: 'desc' }, take: 1 },
    },
  });
  return { holding, left: shown.filter(({ outbox: [last] }) => last && offersSomething(last.content)) };
}

const offersSomething = (content: unknown): boolean =>
  typeof content === 'object' && content !== null && 'choices' in content;
