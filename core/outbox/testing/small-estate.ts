import type { Conversation } from '../../../prisma/generated/client.ts';
import type { Database } from '../../database.ts';

export interface SmallEstate {
  communityId: string;
  residents: Conversation;
  staff: Conversation;
  ticketId: string;
}

/** The least that messages can be sent in: a community, its two groups on one account, and one ticket. */
export async function createSmallEstate(db: Database, channel: string, account = 'main'): Promise<SmallEstate> {
  const community = await db.community.create({
    data: { name: '阳光花园', locale: 'zh-CN', timeZone: 'Asia/Shanghai' },
  });
  const group = (audience: 'residents' | 'staff') =>
    db.conversation.create({
      data: { communityId: community.id, channel, account, externalId: `${audience}-1`, kind: 'group', audience },
    });
  const [residents, staff] = [await group('residents'), await group('staff')];
  const policy = await db.policyVersion.create({
    data: { communityId: community.id, version: 1, data: {}, takesEffectAt: new Date(0) },
  });
  const ticket = await db.ticket.create({
    data: {
      communityId: community.id,
      code: 'A2B3',
      kind: 'repair',
      area: 'facilities',
      urgency: 'normal',
      origin: 'group',
      summary: '楼道灯不亮',
      conversationId: residents.id,
      policyVersionId: policy.id,
      openedAt: new Date('2026-11-21T08:00:00Z'),
      explanation: {},
    },
  });
  return { communityId: community.id, residents, staff, ticketId: ticket.id };
}
