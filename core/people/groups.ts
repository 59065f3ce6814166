import type { Audience } from '../../prisma/generated/enums.ts';
import type { Tx } from '../database.ts';

/** The groups of a community that are for these people and in which the bot still is. */
function groupsFor(tx: Tx, communityId: string, audience: Audience): Promise<{ id: string }[]> {
  return tx.conversation.findMany({
    where: { communityId, audience, kind: 'group', state: 'active' },
    select: { id: true },
    orderBy: { createdAt: 'asc' },
  });
}

/** The groups in which the staff work; the managers' where the staff have none, so that nothing is said to nobody. */
export async function staffOrManagers(tx: Tx, communityId: string): Promise<{ id: string }[]> {
  const staff = await groupsFor(tx, communityId, 'staff');
  return staff.length > 0 ? staff : groupsFor(tx, communityId, 'managers');
}

/** The groups in which the managers hear of something; the staff's where managers have none. */
export async function managersOrStaff(tx: Tx, communityId: string): Promise<{ id: string }[]> {
  const managers = await groupsFor(tx, communityId, 'managers');
  return managers.length > 0 ? managers : groupsFor(tx, communityId, 'staff');
}

/** A direct chat with a person that can be written to: on this channel before others; null when there is none. */
export async function directChat(tx: Tx, personId: string, channel: string): Promise<{ id: string } | null> {
  const chats = await tx.conversation.findMany({
    where: { personId, kind: 'direct', state: 'active' },
    select: { id: true, channel: true },
    orderBy: { createdAt: 'asc' },
  });
  return chats.find((chat) => chat.channel === channel) ?? chats[0] ?? null;
}
