import type { CommunityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';
import { saySafetyTold } from './safety-later.ts';
import { tellResident } from './tell.ts';
import { viewOf, type Ticket } from './ticket.ts';

/**
 * The resident hears that somebody is called to an emergency that was none, or was over (P5e): what to do until then, where a resident said
 * so, and that the people on duty know. After a press, which has no words, it is told where the matter was told first.
 *
 * @param ticket as it stands now, its limit running
 */
export async function tellAlarmed(
  alarm: {
    step: Step;
    community: CommunityInForce;
    by: 'resident' | 'staff';
    /** What was said; null where a button was pressed, or a device reports. */
    messageId: string | null;
    occasion: string;
  },
  ticket: Ticket,
): Promise<void> {
  const { step, community, by, messageId, occasion } = alarm;
  const said =
    messageId === null
      ? null
      : await step.tx.message.findUniqueOrThrow({
          where: { id: messageId },
          select: { text: true, externalId: true, conversationId: true, person: { select: { locale: true } } },
        });
  const first = ticket.firstMessage?.externalId ?? null;
  const home = ticket.conversationId;
  // A press brings nothing private into a group.
  const there = home && first && !ticket.sensitive ? { text: '', externalId: first, conversationId: home } : null;
  const told = said ?? there;
  const locale = (said ? said.person?.locale : ticket.requester?.locale) ?? null;
  const isToldSafety =
    by === 'resident' && told !== null && (await saySafetyTold(step, community, ticket, { ...told, locale }));
  const isThere = said !== null && said.conversationId === home;
  await tellResident(step, community, ticket, {
    purpose: 'emergency',
    text: (texts) => texts.emergencyReceipt(viewOf(ticket), isToldSafety),
    occasion: `raised:${occasion}`,
    ...(isThere ? { replyToExternalId: said.externalId } : {}),
  });
}
