import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { BellRope } from '../outbox/bells.ts';
import { createSmallEstate } from '../outbox/testing/small-estate.ts';
import type { SmallEstate } from '../outbox/testing/small-estate.ts';
import { say } from '../outbox/say.ts';
import { createTestDatabase } from '../testing/test-database.ts';
import { handOverConversation } from './hand-over-conversation.ts';

describe('a group that another account of ours speaks in from now on', async () => {
  const database = await createTestDatabase();
  const { db } = database;
  afterAll(() => database.drop());
  const now = new Date('2026-11-21T09:00:00+08:00');
  let estate: SmallEstate;
  beforeEach(async () => {
    await db.conversation.deleteMany();
    estate = await createSmallEstate(db, 'wechat', 'one');
  });

  const handOver = (externalId: string, from = 'one', to = 'two') =>
    db.$transaction((tx) =>
      handOverConversation({ tx, rope: new BellRope() }, { channel: 'wechat', externalId, from, to }),
    );

  it('is the same conversation, with its community, its tickets and what waits to be said', async () => {
    const { id, communityId } = estate.residents;
    await say(
      { tx: db, now },
      { conversationId: id, purpose: 'answer', content: { text: '一' }, dedupeKey: `w-${id}` },
    );
    expect(await handOver('residents-1')).toEqual({ id, communityId });
    expect(await db.conversation.findUniqueOrThrow({ where: { id } })).toMatchObject({ account: 'two', communityId });
    expect(await db.outboxMessage.count({ where: { conversationId: id, state: 'pending' } })).toBe(1);
    expect(await db.ticket.count({ where: { conversationId: id } })).toBe(1);
    const staff = await db.conversation.findUniqueOrThrow({ where: { id: estate.staff.id } });
    expect(staff.account).toBe('one');
  });

  it('changes nothing the second time', async () => {
    await handOver('residents-1');
    expect(await handOver('residents-1')).toEqual({ id: estate.residents.id, communityId: estate.communityId });
    expect(await db.conversation.count()).toBe(2);
    expect(await db.auditEntry.count({ where: { subject: `Conversation ${estate.residents.id}` } })).toBe(1);
  });

  it('is known by an earlier id of the platform, too', async () => {
    const { id } = estate.residents;
    await db.conversation.update({ where: { id }, data: { externalId: 'new', formerExternalIds: ['residents-1'] } });
    expect(await handOver('residents-1')).toMatchObject({ id });
  });

  it('is nothing to hand over when the desk never heard of it', async () => {
    expect(await handOver('unheard-of')).toBeNull();
  });

  it('stays linked when it is the new account’s conversation that was linked', async () => {
    const stray = await db.conversation.create({
      data: { channel: 'wechat', account: 'zero', externalId: 'residents-1', kind: 'group' },
    });
    await db.message.create({ data: { conversationId: stray.id, externalId: 'm', text: '一', sentAt: now } });
    expect(await handOver('residents-1', 'zero', 'one')).toMatchObject({ id: estate.residents.id });
    expect(await db.conversation.findUnique({ where: { id: stray.id } })).toBeNull();
    expect(await db.message.count({ where: { conversationId: estate.residents.id } })).toBe(1);
  });
});
