import type { ChannelEventOf } from '../channel/event.ts';
import { analyse } from '../intake/analysis.ts';
import { dangerIn } from '../intake/danger/danger.ts';
import { dropDoubt, recallDoubt, withdrawDoubt } from '../intake/doubt-over.ts';
import { hear } from '../intake/hear.ts';
import { hearAnew, recallHeard, wasOnlyHeard } from '../intake/shadow/edited.ts';
import { quietly } from '../intake/shadow/listen.ts';
import { loadContext } from '../intake/context.ts';
import { heardMessage, type Heard } from '../intake/heard.ts';
import type { HeardMatter, Place } from '../intake/understanding.ts';
import { communityInForce } from '../people/communities.ts';
import type { ConversationAtHand } from '../people/conversation.ts';
import { identify } from '../people/identify.ts';
import type { Step } from '../step.ts';
import { addMessage } from '../tickets/add-message.ts';
import { placeOf, readTicket, writeEvent, type Ticket } from '../tickets/ticket.ts';
import { signUpEdited } from './activities/edited.ts';
import { ballotEdited } from './consultations/edited.ts';
import type { DeskTools } from './scene.ts';
import { handleMessage } from './message.ts';
import { isForgotten } from './questionnaires/forget.ts';

/**
 * A message was changed: a new version of the same message (law 1). If it had been left alone, it is heard anew; if it opened a
 * ticket, what is understood differently now corrects the ticket, and the staff see the new words. A message that was never
 * seen (the bot came later) is taken as new. Commands are not carried out again, but a vote and a sign-up
 * count as they read now.
 */
export async function handleEdit(
  tools: DeskTools,
  step: Step,
  conversation: ConversationAtHand,
  event: ChannelEventOf<'edit'>,
): Promise<void> {
  const asMessage = { ...event, type: 'message' as const, replyToId: null, ...plain };
  const known = await step.tx.message.findUnique({
    where: { conversationId_externalId: { conversationId: conversation.id, externalId: event.messageId } },
    include: {
      attachments: { select: { id: true } },
      versions: { select: { version: true } },
      tickets: true,
      candidate: true,
    },
  });
  if (!known) return handleMessage(tools, step, conversation, asMessage);
  if (known.text === event.text || !conversation.communityId || isForgotten(known)) return;
  const version = known.versions.length + 1;
  const editedAt = new Date(event.at);
  await step.tx.messageVersion.create({ data: { messageId: known.id, version, text: known.text, editedAt } });
  await step.tx.message.update({ where: { id: known.id }, data: { text: event.text }, select: { id: true } });
  // What was rated, or said to be back, is not rated again; danger that is told in an edit is heard wherever it is.
  const isAlarm = known.act === 'rating' && dangerIn(analyse(event.text)) !== null;
  if ((known.act === 'rating' && !isAlarm) || known.act === 'answer') return;
  const community = await communityInForce(step.tx, conversation.communityId, step.now);
  const { channel, audience } = conversation;
  if (audience === 'staff' || audience === 'managers') return;
  const speaker = await identify(step.tx, { communityId: community.id, channel, audience }, event.sender);
  const changed = { ...asMessage, replyToId: known.replyToExternalId };
  const stored = { ...known, text: event.text };
  const scene = { tools, step, community, conversation, event: changed, message: stored, speaker };
  if (await ballotEdited(scene, version)) return;
  const isMatter = known.tickets.length > 0;
  if (!isMatter && (await signUpEdited(scene, { before: known.text, version }))) return;
  if (known.act === 'command') return;
  const message = { ...known, text: event.text };
  const { opinions } = tools;
  const heard: Heard = { step, community, conversation, event: asMessage, message, speaker, replyToId: null, opinions };
  const isOnlyHeard = known.candidate !== null || conversation.hearing === 'shadow';
  if (!isMatter && (isOnlyHeard || (await wasOnlyHeard(step.tx, community.id, known))))
    return hearAnew(heard, tools.understand, `edit:${known.id}:${version}`);
  if (!isMatter) {
    if ((await hear(heard, tools.understand)) === 0) return dropDoubt(step, community, known.id);
    const now = await step.tx.message.findUnique({ where: { id: known.id }, select: { act: true } });
    const settled = known.act === 'doubt' && (now?.act === 'report' || now?.act === 'addition');
    if (settled) await withdrawDoubt(step, community, known.id, { name: event.sender.name, said: event.text });
    return;
  }
  if (isAlarm) return void (await hear(heard, tools.understand));
  for (const { ticketId } of known.tickets) await correctTicket(tools, heard, ticketId, `edit:${known.id}:${version}`);
}

const plain = { quotedText: null, albumKey: null, toBot: false, forwarded: false };

async function correctTicket(tools: DeskTools, heard: Heard, ticketId: string, occasion: string): Promise<void> {
  const { step, community, conversation, message, speaker } = heard;
  const ticket = await readTicket(step, ticketId);
  await writeEvent(step, ticketId, 'message_edited', {}, { actorId: speaker?.personId ?? null, messageId: message.id });
  const at = new Date(heard.event.at);
  const context = await loadContext(step.tx, conversation, community, { messageId: message.id, at });
  // As if the ticket were not there yet: what would it be, as the message reads now?
  const without = { ...context, matters: context.matters.filter(({ id }) => id !== ticketId) };
  const { acts } = tools.understand(heardMessage(heard, at), without);
  const now = acts.find((act) => act.kind === 'report' || act.kind === 'doubt');
  const opened = ticket.firstMessageId === message.id;
  const changes = now && opened ? difference(ticket, now.matter) : {};
  const read = { kind: 'addition', matterId: ticketId, part: 'correction', changes } as const;
  const correction = conversation.hearing === 'shadow' ? await quietly(heard, read) : read;
  const { part, changes: corrected } = correction;
  await addMessage({ step, community, ticketId, message, speaker, part, changes: corrected, occasion });
}

/** What a corrected report says differently. What it does not say any more stays as it was. */
function difference(ticket: Ticket, matter: HeardMatter): Partial<Pick<HeardMatter, 'urgency' | 'place'>> {
  const before = placeOf(ticket);
  const place: Place = { ...before };
  for (const key of ['building', 'unit', 'room', 'spot'] as const) place[key] = matter.place[key] ?? before[key];
  const moved = (Object.keys(place) as (keyof Place)[]).some((key) => place[key] !== before[key]);
  return {
    ...(moved ? { place } : {}),
    ...(matter.urgency === 'emergency' && ticket.urgency !== 'emergency' ? { urgency: matter.urgency } : {}),
  };
}

/** What was recalled stays on record as recalled; tickets that stand on it keep standing, and say so. */
export async function handleRecall(
  step: Step,
  conversation: ConversationAtHand,
  event: ChannelEventOf<'recall'>,
): Promise<void> {
  const message = await step.tx.message.findUnique({
    where: { conversationId_externalId: { conversationId: conversation.id, externalId: event.messageId } },
    include: { tickets: true },
  });
  if (!message || message.recalledAt) return;
  await step.tx.message.update({
    where: { id: message.id },
    data: { recalledAt: new Date(event.at) },
    select: { id: true },
  });
  const { communityId } = conversation;
  if (communityId) await recallHeard(step, communityId, message);
  if (communityId) await recallDoubt(step, communityId, message.id);
  for (const { ticketId } of message.tickets) {
    await writeEvent(step, ticketId, 'message_recalled', {}, { actorId: message.personId, messageId: message.id });
  }
}
