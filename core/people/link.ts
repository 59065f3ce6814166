import type { Audience } from '../../prisma/generated/enums.ts';
import type { Tx } from '../database.ts';
import { audit } from './audit.ts';
import { ensureBuildings } from './communities.ts';

const acting = { hearing: 'live', shadowSince: null } as const;

/**
 * Ties a group to a community and says whom it is for. Naming buildings makes them the community's if they are new; linking
 * again replaces what was said before. The group is not left any more for want of a link.
 */
export async function linkConversation(
  tx: Tx,
  link: {
    conversationId: string;
    communityId: string;
    audience: Audience;
    buildings: readonly string[];
    by: string | null;
  },
  now: Date,
): Promise<void> {
  const buildingIds = await ensureBuildings(tx, link.communityId, link.buildings);
  // A group that is given to another community, or to others than residents, is no more only listened to.
  const listening = await tx.conversation.findFirst({
    where: {
      id: link.conversationId,
      hearing: 'shadow',
      ...(link.audience === 'residents' ? { communityId: { not: link.communityId } } : {}),
    },
    select: { communityId: true },
  });
  if (listening)
    await audit(tx, {
      communityId: listening.communityId,
      actorId: link.by,
      action: 'act_again',
      subject: `conversation:${link.conversationId}`,
      at: now,
    });
  await tx.conversation.update({
    where: { id: link.conversationId },
    data: {
      ...(listening ? acting : {}),
      communityId: link.communityId,
      audience: link.audience,
      linkedAt: now,
      buildings: { set: buildingIds.map((id) => ({ id })) },
    },
    select: { id: true },
  });
  await tx.deadline.updateMany({
    where: { conversationId: link.conversationId, kind: 'leave_unlinked', settledAt: null },
    data: { settledAt: now, outcome: 'linked' },
  });
  await audit(tx, {
    communityId: link.communityId,
    actorId: link.by,
    action: 'link_group',
    subject: `conversation:${link.conversationId}`,
    data: { audience: link.audience, buildings: [...link.buildings] },
  });
}
