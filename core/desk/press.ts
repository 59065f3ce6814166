import type { ChannelEventOf, EventSender } from '../channel/event.ts';
import { readChoiceId, type PressedChoice } from '../tickets/choice-id.ts';
import { promisedAt } from './promise-menu.ts';
import { replyTo, textsOf, type Scene } from './scene.ts';
import { offerPass, offerPromise } from './ticket-verbs.ts';
import { settleDoubt } from '../intake/doubt.ts';
import { audit } from '../people/audit.ts';
import { communityInForce } from '../people/communities.ts';
import type { ConversationAtHand } from '../people/conversation.ts';
import { identify, type Speaker } from '../people/identify.ts';
import type { Step } from '../step.ts';
import { finishTicket, promiseTime } from '../tickets/answer.ts';
import { staffOf } from '../tickets/open.ts';
import { dismissTicket, passTicket, reopenTicket } from '../tickets/arrange.ts';
import { rateTicket } from '../tickets/rate-ticket.ts';
import { parseRating } from '../tickets/rating.ts';
import { takeTicket } from '../tickets/take.ts';
import { readTicket, type Ticket } from '../tickets/ticket.ts';
import type { Carried } from '../tickets/work.ts';

/** A press on a button, by somebody known, in a conversation of a community. */
type Press = Pick<Scene, 'step' | 'community' | 'conversation' | 'message'> & { speaker: Speaker };

async function pressOf(
  step: Step,
  conversation: ConversationAtHand,
  event: { key: string; messageId: string; sender: EventSender },
): Promise<Press | null> {
  if (!conversation.communityId) return null;
  const community = await communityInForce(step.tx, conversation.communityId, step.now);
  const { channel, audience } = conversation;
  const speaker = await identify(step.tx, { communityId: community.id, channel, audience }, event.sender);
  if (!speaker) return null;
  // The occasion: the same press delivered twice is the same; the card pressed is what answers reply to.
  const message = { id: `${conversation.id}:${event.key}`, externalId: event.messageId, text: '', attachments: [] };
  return { step, community, conversation, speaker, message };
}

/** A button does what the words beside it say; who may not press it is refused quietly, and it is logged. */
export async function handlePress(
  step: Step,
  conversation: ConversationAtHand,
  event: ChannelEventOf<'button'>,
): Promise<void> {
  const press = await pressOf(step, conversation, event);
  const choice = readChoiceId(event.choiceId);
  if (!press || !choice) return;
  if (choice.kind === 'rating') {
    const rating = choice.score === 'no' ? ({ kind: 'not_solved', comment: null } as const) : parseRating(choice.score);
    if (rating && (await ticketHere(press, choice.ticketId))) await rate(press, choice.ticketId, rating);
    return;
  }
  if (!press.speaker.staff) {
    await audit(step.tx, {
      communityId: press.community.id,
      actorId: press.speaker.personId,
      action: 'refuse_press',
      subject: choice.kind,
    });
    return;
  }
  if (choice.kind === 'doubt') {
    const { messageId, answer } = choice;
    await settleDoubt(step, press.community, { messageId, yes: answer === 'yes', by: press.speaker });
    return;
  }
  const ticket = await ticketHere(press, choice.ticketId);
  if (!ticket) return;
  const carried = await pressOnTicket(press, ticket, choice);
  if (carried?.kind === 'over') {
    const text = textsOf(press).ticketIsOver(ticket.code, carried.ticket.status);
    await replyTo(press, 'over', { text }, ticket.id);
  }
}

/** A thumb up under "solved?" says that it is. */
export async function handleReaction(
  step: Step,
  conversation: ConversationAtHand,
  event: ChannelEventOf<'reaction'>,
): Promise<void> {
  if (!event.emoji.includes('👍')) return;
  const sent = await step.tx.sentMessage.findUnique({
    where: { conversationId_externalId: { conversationId: conversation.id, externalId: event.messageId } },
    select: { outbox: { select: { ticketId: true, purpose: true } } },
  });
  if (!sent?.outbox.ticketId || sent.outbox.purpose !== 'rating') return;
  const press = await pressOf(step, conversation, event);
  if (press) await rate(press, sent.outbox.ticketId, { kind: 'solved', comment: null });
}

async function rate(press: Press, ticketId: string, rating: Parameters<typeof rateTicket>[1]): Promise<void> {
  const { step, community, speaker, message } = press;
  const reply = { step, community, ticketId, personId: speaker.personId, message: null, occasion: message.id };
  await rateTicket(reply, rating);
}

async function ticketHere({ step, community }: Press, ticketId: string): Promise<Ticket | null> {
  const known = await step.tx.ticket.findFirst({
    where: { id: ticketId, communityId: community.id },
    select: { id: true },
  });
  return known && readTicket(step, known.id);
}

async function pressOnTicket(
  press: Press,
  ticket: Ticket,
  choice: Exclude<PressedChoice, { kind: 'rating' | 'doubt' }>,
): Promise<Carried | null> {
  const { step, community, speaker, message } = press;
  const word = { step, community, ticketId: ticket.id, by: speaker, messageId: null, occasion: message.id };
  const reopen = { ...word, by: 'staff', actorId: speaker.personId, comment: null } as const;
  switch (choice.kind) {
    case 'promise': {
      const dueAt = promisedAt(choice.when, step.now, community.policy.serviceHours, community.timeZone);
      return dueAt && promiseTime({ ...word, dueAt, note: null });
    }
    case 'pass': {
      // Somebody may have left the office since the menu was shown.
      const to = (await staffOf(step, community.id)).find(({ personId }) => personId === choice.personId);
      return to ? passTicket({ ...word, to }) : null;
    }
    case 'closed':
      return choice.answer === 'reopen' ? reopenTicket(reopen) : null;
    case 'ticket':
      switch (choice.verb) {
        case 'take':
          return takeTicket(word);
        case 'done':
          return finishTicket({ ...word, text: null, attachmentIds: [] });
        case 'dismiss':
          return dismissTicket(word);
        case 'reopen':
          return reopenTicket(reopen);
        case 'promise':
          await offerPromise(press, ticket);
          return null;
        case 'pass':
          await offerPass(press, ticket);
          return null;
        default:
          return null;
      }
  }
}
