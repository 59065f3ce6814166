import type { Audience } from '../../prisma/generated/enums.ts';
import type { Tx } from '../database.ts';

/** The groups of a community that are for these people and in which the bot still is. */
export function groupsFor(tx: Tx, communityId: string, audience: Audience): Promise<{ id: string; channel: string }[]> {
  return tx.conversation.findMany({
    where: { communityId, audience, kind: 'group', state: 'active' },
    select: { id: true, channel: true },
    orderBy: { createdAt: 'asc' },
  });
}

/** The groups in which the managers hear of something; the staff's where managers have none. */
export async function managersOrStaff(tx: Tx, communityId: string): Promise<{ id: string }[]> {
  const managers = await groupsFor(tx, communityId, 'managers');
  return managers.length > 0 ? managers : groupsFor(tx, communityId, 'staff');
}

/** The direct chat with a person on a channel, when there is one that can be written to. */
export function directChat(tx: Tx, personId: string, channel: string): Promise<{ id: string } | null> {
  return tx.conversation.findFirst({
    where: { personId, channel, kind: 'direct', state: 'active' },
    select: { id: true },
  });
}
