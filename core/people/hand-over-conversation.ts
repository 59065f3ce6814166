import type { Step } from '../step.ts';
import { audit } from './audit.ts';
import { joinConversation } from './move-conversation.ts';

/**
 * Another account of ours hears and speaks in a group from now on. What waits to be said there goes by it; what the new
 * account has already heard there as a conversation of its own joins it. Doing it twice changes nothing.
 *
 * @returns the conversation; null when the desk has never heard of the group
 */
export async function handOverConversation(
  step: Pick<Step, 'tx' | 'rope'>,
  group: { channel: string; externalId: string; from: string; to: string },
): Promise<{ id: string; communityId: string | null } | null> {
  const { tx, rope } = step;
  const { channel, externalId, from, to } = group;
  const shown = { id: true, communityId: true };
  const known = await tx.conversation.findFirst({
    where: { channel, account: from, OR: [{ externalId }, { formerExternalIds: { has: externalId } }] },
    select: shown,
  });
  const newcomer = await tx.conversation.findUnique({
    where: { channel_account_externalId: { channel, account: to, externalId } },
    select: shown,
  });
  const kept = newcomer && (!known || (known.communityId === null && newcomer.communityId !== null)) ? newcomer : known;
  if (!kept) return null;
  const joins = kept === known ? newcomer : known;
  if (joins) await joinConversation(tx, joins.id, kept.id);
  if (kept === known) {
    // A pause was the other account's, and so was what kept it from speaking there.
    const data = { account: to, state: 'active' as const, stateReason: null, pausedUntil: null };
    await tx.conversation.update({ where: { id: kept.id }, data, select: { id: true } });
    const subject = `Conversation ${kept.id}`;
    const { communityId } = kept;
    await audit(tx, { communityId, actorId: null, action: 'hand_over_group', subject, data: { channel, from, to } });
  }
  rope.lane(kept.id);
  return kept;
}
