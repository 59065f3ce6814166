import type { ChannelEventOf } from '../channel/event.ts';
import { say } from '../outbox/say.ts';
import { audit } from '../people/audit.ts';
import { communityInForce } from '../people/communities.ts';
import type { ConversationAtHand } from '../people/conversation.ts';
import { actAgain } from '../intake/shadow/switch.ts';
import { identify, revokeRoles } from '../people/identify.ts';
import { askWhoItIs } from '../people/same-person.ts';
import { moveConversation } from '../people/move-conversation.ts';
import type { Step } from '../step.ts';
import { defaultPolicy } from '../policy/default-policy.ts';
import { adoptTickets, handOverTickets } from '../tickets/hand-over.ts';
import { setDeadline } from '../tickets/deadlines.ts';
import { tellStaff } from '../tickets/tell.ts';
import { textsFor } from '../text/texts-for.ts';

/** Whatever comes from a conversation shows that it can be reached again. */
export async function revive(step: Step, conversation: ConversationAtHand): Promise<void> {
  if (conversation.state === 'active') return;
  await step.tx.conversation.update({
    where: { id: conversation.id },
    data: { state: 'active', stateReason: null },
    select: { id: true },
  });
}

/**
 * The bot says that it is a bot, what it records and what it is for (P9b). In a group that belongs to no community it says
 * how to link it, and leaves within a day if nobody does.
 */
export async function botAdded(step: Step, conversation: ConversationAtHand): Promise<void> {
  if (conversation.kind === 'direct') return;
  await introduce(step, conversation, `joined:${step.now.toISOString()}`);
  if (!conversation.communityId) await leaveInADay(step, conversation);
}

/** A group that belongs to no community is left in a day, counted from when it was first seen. */
export async function leaveInADay(step: Step, conversation: ConversationAtHand): Promise<void> {
  const known = { kind: 'leave_unlinked' as const, conversationId: conversation.id };
  if (await step.tx.deadline.findFirst({ where: { ...known, settledAt: null }, select: { id: true } })) return;
  const dueAt = new Date(step.now.getTime() + defaultPolicy.leaveUnlinkedAfter);
  await setDeadline(step, { ...known, dueAt });
}

/** Introduces the bot to a group, by what the group is for. */
export async function introduce(step: Step, conversation: ConversationAtHand, occasion: string): Promise<void> {
  await say(step, {
    conversationId: conversation.id,
    purpose: 'introduction',
    content: { text: await introduction(step, conversation) },
    dedupeKey: `introduction:${conversation.id}:${occasion}`,
  });
  step.rope.lane(conversation.id);
}

async function introduction(step: Step, conversation: ConversationAtHand): Promise<string> {
  if (!conversation.communityId) {
    // Nobody has said yet which language is spoken here.
    return `${textsFor('zh-CN').introduceUnlinked()}\n\n${textsFor('en').introduceUnlinked()}`;
  }
  const community = await communityInForce(step.tx, conversation.communityId, step.now);
  const texts = textsFor(community.locale);
  if (conversation.audience === 'staff') return texts.introduceToStaff(community.name);
  if (conversation.audience === 'managers') return texts.introduceToManagers(community.name);
  return texts.introduceToResidents(community.name);
}

/** Nothing more can be said there; the staff are told, and what waits to be said fails visibly when its turn comes. */
export async function botRemoved(step: Step, conversation: ConversationAtHand): Promise<void> {
  await step.tx.conversation.update({
    where: { id: conversation.id },
    data: { state: 'left', stateReason: 'removed from the group' },
    select: { id: true },
  });
  await step.tx.deadline.updateMany({
    where: { conversationId: conversation.id, settledAt: null },
    data: { settledAt: step.now, outcome: 'removed from the group' },
  });
  if (!conversation.communityId || conversation.kind === 'direct') return;
  await actAgain(step, conversation.communityId, { conversationId: conversation.id, byId: null });
  await audit(step.tx, {
    communityId: conversation.communityId,
    actorId: null,
    action: 'bot_removed',
    subject: `conversation:${conversation.id}`,
  });
  const community = await communityInForce(step.tx, conversation.communityId, step.now);
  await tellStaff(step, community, {
    ticketId: null,
    purpose: 'escalation',
    occasion: `bot-removed:${conversation.id}:${step.now.toISOString()}`,
    text: (texts) => texts.botRemoved(conversation.title),
  });
}

/** People who join a linked group are known from then on, so that their first word already has a name. */
export async function personArrives(
  step: Step,
  conversation: ConversationAtHand,
  event: ChannelEventOf<'member_joined'>,
): Promise<void> {
  const { communityId, channel, audience } = conversation;
  if (!communityId) return;
  const community = await communityInForce(step.tx, communityId, step.now);
  for (const member of event.members) {
    const person = await identify(step.tx, { communityId, channel, audience }, member);
    if (person) await askWhoItIs(step, community, channel, person, member);
    if (person?.isNewToOffice) await adoptTickets(step, community, `adopted:${conversation.id}:${event.key}`);
  }
}

/** Who is put out of an office group works for the office no more: the roles that the group stands for end. */
export async function personLeaves(
  step: Step,
  conversation: ConversationAtHand,
  event: ChannelEventOf<'member_left'>,
): Promise<void> {
  const { communityId, channel, audience } = conversation;
  const externalId = event.member.externalId;
  if (!communityId || externalId === null || (audience !== 'staff' && audience !== 'managers')) return;
  const identity = await step.tx.identity.findUnique({
    where: { communityId_channel_externalId: { communityId, channel, externalId } },
    select: { personId: true },
  });
  if (!identity) return;
  const { personId } = identity;
  await revokeRoles(step.tx, { communityId, personId, audience }, step.now);
  const community = await communityInForce(step.tx, communityId, step.now);
  await handOverTickets(step, community, personId, `left:${conversation.id}:${event.key}`);
}

/** The platform knows the group under another id now; everything on record stays with it. */
export function groupUpgraded(step: Step, conversation: ConversationAtHand, newExternalId: string): Promise<void> {
  return moveConversation(step.tx, conversation, newExternalId);
}
