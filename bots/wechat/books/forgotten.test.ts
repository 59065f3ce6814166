import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgetWords } from '../../../core/desk/questionnaires/forget.ts';
import { createFakeClock } from '../../../core/testing/fake-clock.ts';
import { createTestDatabase, type TestDatabase } from '../../../core/testing/test-database.ts';
import { runStep } from '../../../core/run-step.ts';
import { createMessageBook } from './message-book.ts';

describe('what somebody answered anonymously', () => {
  const clock = createFakeClock('2026-11-21T09:00:00+08:00');
  const bells = { lane: () => Promise.resolve(), deadlines: () => Promise.resolve(true) };
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('is not remembered by the books, and what else they said is', async () => {
    const { db } = database;
    const community = await db.community.create({ data: { name: 'G', locale: 'zh-CN', timeZone: 'Asia/Shanghai' } });
    const chat = await db.conversation.create({
      data: { channel: 'wechat', account: 'a', externalId: 'wxid_1', kind: 'direct', communityId: community.id },
    });
    const book = createMessageBook({ db, account: 'a', clock });
    for (const externalId of ['m1', 'm2']) {
      const said = { conversationId: chat.id, externalId, sentAt: clock.now(), text: externalId };
      const { id } = await db.message.create({ data: said });
      if (externalId === 'm1') await runStep({ db, clock, bells }, (step) => forgetWords(step, id));
      const known = { externalId, senderName: '李阿姨', text: externalId, ours: false, at: clock.now() };
      await book.remember('wxid_1', known);
    }
    expect((await book.latest('wxid_1', 10)).map(({ text }) => text)).toEqual(['m2']);
  });
});
