import type { CommunityInForce } from '../people/communities.ts';
import { sayToPerson } from '../people/reach.ts';
import type { Step } from '../step.ts';
import { textsFor } from '../text/texts-for.ts';
import { choiceIds } from './choice-id.ts';
import { dropDeadlines } from './deadlines.ts';
import { showCard } from './cards.ts';
import { endAllLimits } from './limits.ts';
import { staffOf } from './open.ts';
import { praisedIn } from './praised.ts';
import { tellResident, tellStaff } from './tell.ts';
import { writeEvent, type Ticket } from './ticket.ts';
import { onOpenTicket, type Carried, type Work } from './work.ts';

/**
 * Somebody praises the office's work: whoever is praised hears it, and it counts. Where it is plain who is meant, the ticket is over by
 * that, and nobody is asked to rate it. Returns the names of who was told; null where it is no praise, or cannot be told.
 */
export async function passOnPraise(
  step: Step,
  community: CommunityInForce,
  ticket: Ticket,
  message: { id: string; text: string },
): Promise<string[] | null> {
  if (ticket.kind !== 'praise') return null;
  const around = { building: ticket.building, repliedToId: await repliedTo(step, message.id) };
  const praised = praisedIn(message.text, await staffOf(step, community.id), around);
  if (praised.length === 0) return null;
  await givePraise(step, community, ticket, praised);
  await closePraise(step, community, ticket);
  return praised.map(({ name }) => name);
}

/** So many can be chosen from; in a larger office, more would be a wall of buttons. */
const CHOICES_AT_MOST = 12;

/** It is not plain who is praised: the staff are asked, once. */
export async function askWhoIsPraised(step: Step, community: CommunityInForce, ticket: Ticket): Promise<void> {
  const staff = (await staffOf(step, community.id)).slice(0, CHOICES_AT_MOST);
  await tellStaff(step, community, {
    ticketId: ticket.id,
    purpose: 'question',
    occasion: `praised:${ticket.id}`,
    text: (texts) => texts.praiseWho(ticket.code),
    choices: (texts) => [
      ...inRows(staff).map((row) =>
        row.map(({ personId, name }) => ({ id: choiceIds.praised(personId, ticket.id), label: name })),
      ),
      [{ id: choiceIds.praised(null, ticket.id), label: texts.praiseEverybody() }],
    ],
  });
}

/**
 * A colleague says who is praised, or that everybody is (null): they hear it, and so does whoever praised them, once. The ticket is over.
 */
export function settlePraise(
  word: Omit<Work, 'ticket'> & { ticketId: string; praisedId: string | null },
): Promise<Carried> {
  return onOpenTicket(word, async (work) => {
    const { step, community, ticket } = work;
    const staff = await staffOf(step, community.id);
    const praised = staff.filter(({ personId }) => personId === word.praisedId);
    await givePraise(step, community, ticket, praised);
    await closePraise(step, community, ticket);
    const names = (texts: ReturnType<typeof textsFor>): string[] =>
      praised.length > 0 ? praised.map(({ name }) => name) : [texts.praiseEverybody()];
    await tellResident(step, community, ticket, {
      purpose: 'answer',
      text: (texts) => texts.praiseThanks(names(texts)),
      inPublic: (texts) => texts.praiseThanks(names(texts)),
      occasion: `praised:${work.occasion}`,
    });
    await tellStaff(step, community, {
      ticketId: ticket.id,
      purpose: 'note',
      occasion: `praise-settled:${ticket.id}`,
      text: (texts) => texts.praisePassedOn(ticket.code, names(texts)),
    });
    await showCard(step, community, ticket.id, { occasion: work.occasion });
  });
}

async function givePraise(
  step: Step,
  community: CommunityInForce,
  ticket: Ticket,
  praised: readonly { personId: string; name: string }[],
): Promise<void> {
  const texts = textsFor(community.locale);
  for (const { personId, name } of praised) {
    const row = { ticketId: ticket.id, personId, toldAt: step.now };
    await step.tx.ticketPraise.createMany({ data: [row], skipDuplicates: true });
    const content = { text: texts.praiseForYou(ticket.summary) };
    const word = { personId, purpose: 'note' as const, content, ticketId: ticket.id, occasion: `praise:${ticket.id}` };
    if (await sayToPerson(step, word)) continue;
    await tellStaff(step, community, {
      ticketId: ticket.id,
      purpose: 'note',
      occasion: `praise:${ticket.id}:${personId}`,
      text: (words) => words.praiseForColleague(name, ticket.summary),
    });
  }
}

/** It is over, and nobody is asked whether it is solved. */
export async function closePraise(step: Step, community: CommunityInForce, ticket: Ticket): Promise<void> {
  await step.tx.ticket.update({
    where: { id: ticket.id },
    data: { status: 'closed', closedAt: step.now },
    select: { id: true },
  });
  await endAllLimits(step, community, ticket, 'metAt');
  await dropDeadlines(step, ticket.id, ['rating_reminder', 'close_unanswered'], 'praise is not rated');
  await writeEvent(step, ticket.id, 'closed', { why: 'praise' });
}

/** Who of the community wrote what a message replies to. */
async function repliedTo({ tx }: Step, messageId: string): Promise<string | null> {
  const message = await tx.message.findUnique({
    where: { id: messageId },
    select: { conversationId: true, replyToExternalId: true },
  });
  if (!message?.replyToExternalId) return null;
  const { conversationId, replyToExternalId: externalId } = message;
  const said = await tx.message.findUnique({
    where: { conversationId_externalId: { conversationId, externalId } },
    select: { personId: true },
  });
  return said?.personId ?? null;
}

function inRows<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / 3) }, (_, row) => all.slice(row * 3, row * 3 + 3));
}

/** How often each of the staff was praised since then, the most often first. */
export async function praiseCounts(
  step: Pick<Step, 'tx'>,
  communityId: string,
  since: Date,
): Promise<{ name: string; count: number }[]> {
  const rows = await step.tx.ticketPraise.findMany({
    where: { toldAt: { gte: since }, ticket: { communityId } },
    select: { personId: true, person: { select: { name: true } } },
  });
  const counts = new Map<string, { name: string; count: number }>();
  for (const { personId, person } of rows)
    counts.set(personId, { name: person.name, count: (counts.get(personId)?.count ?? 0) + 1 });
  return [...counts.values()].toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name));
}
