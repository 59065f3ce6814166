import { loadContext } from '../intake/context.ts';
import { heardMessage } from '../intake/heard.ts';
import type { Act } from '../intake/understanding.ts';
import { isOutOfRange, parseRating } from '../tickets/rating.ts';
import { explainRating, whyKey } from '../tickets/rate-ticket.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { replyTo, textsOf, type Scene } from './scene.ts';
import { noteAct } from './note-act.ts';

const MINUTE_MS = 60_000;
/** So long after "why?" the next words of the person asked are the reason, without replying to it. */
const reasonWithinMs = { direct: 60 * MINUTE_MS, group: 10 * MINUTE_MS };

/** What belongs to a rating and is none: the reason for a low one, or a number out of range. `ticket`: the one replied to. */
export async function saidOfRating(scene: Scene, ticket: Ticket | null): Promise<boolean> {
  return (await saidWhy(scene, ticket)) || (ticket !== null && saidNoRating(scene, ticket));
}

/**
 * The reason for a low score (P7a): a reply to a word of ours about the ticket, or the next words of whoever was asked, so far as they
 * report nothing new. An emergency is never a reason.
 *
 * @param ticket the one replied to
 */
async function saidWhy(scene: Scene, ticket: Ticket | null): Promise<boolean> {
  const { step, community, message, event, speaker } = scene;
  const text = event.text.trim();
  if (!speaker || !/\p{L}/u.test(text)) return false;
  const isReply = event.replyToId !== null || event.quotedText !== null;
  if (isReply && ticket?.status !== 'closed') return false;
  const ticketId = isReply ? (ticket?.id ?? null) : await askedWhy(scene);
  if (ticketId === null || /[?？]\s*$/u.test(text) || parseRating(text)?.kind === 'thanks') return false;
  if ((await heardAs(scene)).some((act) => isNew(act, isReply))) return false;
  const reply = { step, community, ticketId, personId: speaker.personId, message, occasion: message.id };
  if (!(await explainRating(reply, { text, name: event.sender.name || speaker.name }))) return false;
  await noteAct({ step, message }, 'rating');
  await step.tx.ticketMessage.createMany({
    data: [{ ticketId, messageId: message.id, part: 'addition' }],
    skipDuplicates: true,
  });
  return true;
}

/** The ticket about which this person was asked "why?" here, when nothing was said by them since. */
async function askedWhy({ step, conversation, event, speaker, message }: Scene): Promise<string | null> {
  if (!speaker) return null;
  const at = new Date(event.at);
  const since = new Date(at.getTime() - reasonWithinMs[conversation.kind]);
  const asked = await step.tx.sentMessage.findFirst({
    where: {
      conversationId: conversation.id,
      sentAt: { gte: since },
      outbox: { dedupeKey: { startsWith: `${whyKey}${speaker.personId}:` } },
    },
    orderBy: { sentAt: 'desc' },
    select: { sentAt: true, outbox: { select: { ticketId: true } } },
  });
  if (!asked) return null;
  const between = { sentAt: { gt: asked.sentAt, lte: at }, id: { not: message.id } };
  const said = { conversationId: conversation.id, personId: speaker.personId, ...between };
  const other = await step.tx.message.findFirst({ where: said, select: { id: true } });
  return other ? null : asked.outbox.ticketId;
}

/** What the understanding would make of it, if it answered nothing. */
async function heardAs({
  tools,
  step,
  community,
  conversation,
  event,
  message,
  speaker,
}: Scene): Promise<readonly Act[]> {
  const at = new Date(event.at);
  const heard = { step, community, conversation, event, message, speaker, replyToId: null };
  const context = await loadContext(step.tx, conversation, community, { messageId: message.id, at });
  return tools.understand(heardMessage(heard, at), context).acts;
}

function isNew(act: Act, isReply: boolean): boolean {
  if (act.kind !== 'report') return false;
  return (
    act.matter.urgency === 'emergency' || (!isReply && (act.matter.kind === 'repair' || act.matter.kind === 'inquiry'))
  );
}

/** "6", "0分" as a reply to "solved? 1–5": told the range, and nothing is changed. */
async function saidNoRating(scene: Scene, ticket: Ticket): Promise<boolean> {
  const { target, event, step, message } = scene;
  if (target?.purpose !== 'rating' || !isOutOfRange(event.text)) return false;
  await noteAct({ step, message }, 'rating');
  await replyTo(scene, 'rating-range', { text: textsOf(scene).ratingRange(ticket.code) }, ticket.id);
  return true;
}
