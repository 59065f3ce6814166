import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRedis } from '../core/testing/redis.ts';
import { openThreePlatforms } from './testing/three-platforms.ts';
import type { ThreePlatforms } from './testing/three-platforms.ts';
import { writeQuote } from './wechat/translate/quote.ts';

const PATIENCE = { timeout: 90_000 };

describe.each(['PostgreSQL', 'Redis'])(
  'residents in the rooms, in Telegram and in WeChat, with jobs on %s',
  (backend) => {
    let house: ThreePlatforms;
    let stopRedis: (() => Promise<void>) | undefined;

    beforeAll(async () => {
      const redis = backend === 'Redis' ? await startRedis() : null;
      stopRedis = redis ? () => redis.stop() : undefined;
      house = await openThreePlatforms(redis ? { REDIS_URL: redis.url } : {});
      await house.speakAs('managers', '周经理');
      await house.speakAs('residents', '李阿姨');
    }, 120_000);
    afterAll(async () => {
      await house?.close();
      await stopRedis?.();
    }, 30_000);

    it('one notice is told everywhere, and confirmed by a press, by a tap and in words', PATIENCE, async () => {
      const { say, said, press, heard, heardInWechat, inTelegram, inWechat, chen, aunt, world } = house;
      await say('managers', '紧急通知 全小区停水抢修，请关好水龙头');
      const draft = said('managers', '草稿', '停水抢修');
      await draft.waitFor();
      await press(draft, '确认发布');
      const inRooms = said('residents', '紧急通知', '停水抢修');
      await inRooms.waitFor();
      const shown = await heard(inTelegram, '紧急通知', '停水抢修');
      await heardInWechat(inWechat, '紧急通知', '停水抢修');

      await press(inRooms, '收到');
      chen.press(shown.wire, '收到');
      await world.say({ from: aunt, in: inWechat, text: '收到' });
      await expect
        .poll(() => house.database.db.noticeReceipt.count({ where: { household: { isNot: null } } }), {
          timeout: 30_000,
        })
        .toBe(3);
      await say('managers', '通知 1 状态');
      await said('managers', '3 户').last().waitFor();
    });

    it('one questionnaire is answered on each platform, once by a household', PATIENCE, async () => {
      const { say, said, press, heard, heardInWechat, inTelegram, inWechat, chen, aunt, world } = house;
      await say('managers', '问卷 保洁满意度\n1. 您对保洁满意吗？(1-5)');
      const draft = said('managers', '问卷1 草稿').last();
      await draft.waitFor();
      await press(draft, '确认发布');
      const inRooms = said('residents', '您对保洁满意吗');
      await inRooms.waitFor();
      const shown = await heard(inTelegram, '您对保洁满意吗');
      const asked = await heardInWechat(inWechat, '您对保洁满意吗');

      await press(inRooms, '5');
      chen.press(shown.wire, '4');
      await world.say({ from: aunt, in: inWechat, text: writeQuote({ name: world.selfName, text: asked.text }, '3') });
      await expect
        .poll(async () => (await house.database.db.questionnaireResponse.findMany()).length, { timeout: 30_000 })
        .toBe(3);
      await say('managers', '问卷 1 结束');
      await said('managers', '4.0').last().waitFor();
    });

    it('one vote is cast on each platform, and its outcome published on all of them', PATIENCE, async () => {
      const { say, said, press, heard, heardInWechat, inTelegram, inWechat, chen } = house;
      await say('managers', '表决 更换单元门\n每户 80 元，从公共收益出。');
      const draft = said('managers', '更换单元门', '草稿').last();
      await draft.waitFor();
      await press(draft, '确认发布');
      const inRooms = said('residents', '更换单元门', '公共收益');
      await inRooms.waitFor();
      const shown = await heard(inTelegram, '更换单元门', '公共收益');
      await heardInWechat(inWechat, '更换单元门', '公共收益');
      await press(inRooms, '同意');
      chen.press(shown.wire, '反对');
      await expect.poll(() => house.database.db.ballotEntry.count(), { timeout: 30_000 }).toBe(2);

      // Its end has come.
      const { db } = house.database;
      const closesAt = new Date();
      const { id } = await db.consultation.findFirstOrThrow({ select: { id: true } });
      await db.consultation.update({ where: { id }, data: { closesAt } });
      await db.deadline.updateMany({
        where: { subjectId: id, rung: 'close' },
        data: { dueAt: closesAt, rungAt: null },
      });
      await said('residents', '更换单元门', '结果').waitFor();
      await heard(inTelegram, '更换单元门', '结果');
      await heardInWechat(inWechat, '更换单元门', '结果');
    });
  },
);
