import { communityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';
import { showCard } from '../tickets/cards.ts';
import { openStatuses, writeEvent } from '../tickets/ticket.ts';
import { WORTH_TELLING_MS } from './watching.ts';

/** A time in which an account did not hear, and of which not everything was fetched. */
export interface Missed {
  channel: string;
  account: string;
  fromAt: Date;
  untilAt: Date;
}

/** Of so many tickets the card is renewed, newest first; the others say it in their history only. */
const CARDS_AT_MOST = 30;
/** What is reported so soon afterwards may have begun in the time that was missed. */
const AFTERWARDS_MS = 3_600_000;

/**
 * Puts on every open ticket of the account's conversations that messages of that time may be missing (P10b), so that nobody takes
 * silence for an answer. Moments are left out. Called once for each gap.
 */
export async function noteMissing(step: Step, missed: Missed): Promise<void> {
  if (!isLong(missed.fromAt, missed.untilAt)) return;
  const { channel, account } = missed;
  const tickets = await step.tx.ticket.findMany({
    where: { conversation: { channel, account }, status: { in: openStatuses }, openedAt: { lte: step.now } },
    orderBy: { openedAt: 'desc' },
    select: { id: true, communityId: true },
  });
  for (const [at, { id, communityId }] of tickets.entries()) {
    await writeEvent(step, id, 'may_be_missing', stretch(missed));
    if (at >= CARDS_AT_MOST) continue;
    const community = await communityInForce(step.tx, communityId, step.now);
    await showCard(step, community, id, { occasion: `missing:${missed.fromAt.toISOString()}` });
  }
}

/** The same on a ticket that is being opened, where its conversation was not heard as a whole within the last hour. */
export async function noteMissingBefore(
  step: Step,
  ticket: { id: string; conversation: { channel: string; account: string } | null },
): Promise<void> {
  if (!ticket.conversation) return;
  const { channel, account } = ticket.conversation;
  const since = new Date(step.now.getTime() - AFTERWARDS_MS);
  const gap = await step.tx.listeningGap.findFirst({
    // Until it is settled what was missed, what is fetched may still come.
    where: { channel, account, complete: false, untilAt: { gt: since, lte: step.now }, endToldAt: { not: null } },
    orderBy: { fromAt: 'desc' },
    select: { fromAt: true, untilAt: true },
  });
  if (!gap?.untilAt || !isLong(gap.fromAt, gap.untilAt)) return;
  await writeEvent(step, ticket.id, 'may_be_missing', stretch({ fromAt: gap.fromAt, untilAt: gap.untilAt }));
}

const isLong = (from: Date, until: Date): boolean => until.getTime() - from.getTime() >= WORTH_TELLING_MS;

const stretch = ({ fromAt, untilAt }: Pick<Missed, 'fromAt' | 'untilAt'>): { from: string; until: string } => ({
  from: fromAt.toISOString(),
  until: untilAt.toISOString(),
});
