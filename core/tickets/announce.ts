import type { ConversationAtHand } from '../people/conversation.ts';
import type { CommunityInForce } from '../people/communities.ts';
import { answerFromFaq } from '../faq/answer-new.ts';
import { say } from '../outbox/say.ts';
import type { Step } from '../step.ts';
import { textsFor } from '../text/texts-for.ts';
import { showCard } from './cards.ts';
import { askWhoIsPraised, passOnPraise } from './praise.ts';
import { dangerTold, saySafety } from './safety.ts';
import { receiptOfIncident } from './incidents/receipt.ts';
import { tellDirectlyInstead } from './tell-directly.ts';
import type { OpenedTicket } from './open.ts';
import { viewOf } from './ticket.ts';

/**
 * Tells of new tickets that one message opened: one short receipt to the resident, as the group is set, or the answer of the knowledge
 * base in its place, and a card each to the staff. Who else is called to an emergency is for the ladder of its limit.
 */
export async function announceTickets(
  around: {
    step: Step;
    community: CommunityInForce;
    conversation: ConversationAtHand;
    message: { id: string; externalId: string; text: string; attachments: { id: string }[] };
  },
  opened: OpenedTicket[],
): Promise<void> {
  const { step, community, conversation, message } = around;
  // Where the desk only listens by now, nothing is said in the group, also of what the staff were asked about before.
  const isSilent = conversation.hearing === 'shadow';
  const answered = !isSilent && (await answerFromFaq(around, opened));
  const [praise, ...others] = opened;
  const praised = praise && others.length === 0 ? await passOnPraise(step, community, praise.ticket, message) : null;
  if (!answered && !isSilent) await giveReceipt(step, community, conversation, message, opened, praised);
  for (const { ticket } of opened) {
    await showCard(step, community, ticket.id, {
      occasion: 'new',
      attachmentIds: message.attachments.map((attachment) => attachment.id),
    });
    if (ticket.kind === 'praise' && !praised) await askWhoIsPraised(step, community, ticket);
  }
}

async function giveReceipt(
  step: Step,
  community: CommunityInForce,
  conversation: ConversationAtHand,
  message: { id: string; externalId: string; text: string },
  opened: OpenedTicket[],
  praised: string[] | null,
): Promise<void> {
  const [first] = opened;
  if (!first) return;
  const texts = textsFor(first.ticket.requester?.locale ?? community.locale);
  const emergency = opened.find(({ ticket }) => ticket.urgency === 'emergency');
  const mode = conversation.kind === 'direct' || emergency ? 'text' : community.receiptMode;
  if (mode === 'silent') return;
  const lines = opened.map(({ ticket, dueAt }) => ({
    ticket: viewOf(ticket),
    dueAt: dueAt && texts.when(dueAt, step.now, community.timeZone),
  }));
  const [line] = lines;
  const isToldSafety = await tellSafety(step, community, conversation, message, opened);
  const ofIncident = lines.length === 1 ? await receiptOfIncident(step, community, first, texts) : null;
  const said =
    ofIncident ??
    (emergency && lines.length === 1
      ? texts.emergencyReceipt(viewOf(emergency.ticket), isToldSafety)
      : line && lines.length === 1
        ? texts.receipt(line.ticket, line.dueAt)
        : texts.receipts(lines));
  // Who is praised has heard it already: that is what there is to tell.
  const receipt = praised ? texts.praiseThanks(praised) : said;
  const asksSupport = conversation.kind === 'group' && lines.length === 1 && canBeSupported(first.ticket);
  const text = asksSupport ? `${receipt}\n${texts.suggestionHowToSupport()}` : receipt;
  const purpose = emergency ? 'emergency' : 'receipt';
  const word = { purpose, content: { text }, ticketId: first.ticket.id, occasion: `receipt:${message.id}` } as const;
  const alone = conversation.kind === 'group' && opened.length === 1;
  if (alone && (await tellDirectlyInstead(step, first.ticket, word))) return;
  // Who wants to hear less, and cannot be told directly, sees that it was taken in.
  const quietly = !emergency && conversation.kind === 'group' && first.ticket.requester?.hearsLessAt;
  await say(step, {
    conversationId: conversation.id,
    ticketId: first.ticket.id,
    purpose,
    content: mode === 'reaction' || quietly ? { text, reaction: '👌' } : { text },
    replyToExternalId: message.externalId,
    dedupeKey: `receipt:${message.id}`,
  });
  step.rope.lane(conversation.id);
}

/** What to do at once, before the receipt; returns whether anything was said. Of several matters each by its own words. */
async function tellSafety(
  step: Step,
  community: CommunityInForce,
  conversation: ConversationAtHand,
  message: { externalId: string; text: string },
  opened: readonly OpenedTicket[],
): Promise<boolean> {
  let isTold = false;
  for (const { ticket } of opened.filter((one) => one.ticket.urgency === 'emergency')) {
    const told = opened.length === 1 ? dangerTold(message.text, ticket.summary) : dangerTold(ticket.summary, '');
    const locale = ticket.requester?.locale ?? null;
    const to = { conversationId: conversation.id, replyToExternalId: message.externalId, locale };
    if (await saySafety(step, community, { ticket, danger: told, ...to })) isTold = true;
  }
  return isTold;
}

/** Others may want the same (P5b); what is private is nobody else's. */
const canBeSupported = ({ kind, sensitive }: OpenedTicket['ticket']): boolean => kind === 'suggestion' && !sensitive;
