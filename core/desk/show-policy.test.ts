import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDeskHarness, type DeskHarness } from '../testing/desk-harness.ts';

const MINUTE = 60_000;
const promise = '咨询：24 小时内答复';

describe('the service standards, for whoever asks (P8e)', () => {
  let desk: DeskHarness;
  beforeEach(async () => {
    desk = await createDeskHarness();
  });
  afterEach(() => desk.close());

  const shown = (where: string): string[] => desk.heard(where).filter((text) => text.includes('24'));

  it.each(['服务标准', '服務標準', '/服务标准', '/policy', '/policy@LinliBot', '服务标准？'])(
    'a resident says %s in the group, and reads them as a reply',
    async (words) => {
      const asked = await desk.say('李阿姨', 'residents', words);
      expect(shown('residents')).toHaveLength(1);
      expect(shown('residents')[0]).toContain(promise);
      const { message } = desk.channel.taken.at(-1) ?? {};
      expect(message?.replyToId).toBe(asked);
    },
  );

  it.each(['服务标准太低了', '你们的服务标准是什么时候定的', 'policy makers', '我看服务标准还可以'])(
    'talk is no question for them: %s',
    async (words) => {
      await desk.say('李阿姨', 'residents', words);
      expect(shown('residents')).toEqual([]);
    },
  );

  it('in a group they are not said again for ten minutes, whoever asks', async () => {
    await desk.say('李阿姨', 'residents', '服务标准');
    await desk.say('小陈', 'residents', '服务标准');
    await desk.pass(9 * MINUTE);
    await desk.say('李阿姨', 'residents', '/policy');
    expect(shown('residents')).toHaveLength(1);
    await desk.pass(1 * MINUTE);
    await desk.say('小陈', 'residents', '服务标准');
    expect(shown('residents')).toHaveLength(2);
  });

  it('a first word in English is answered in English', async () => {
    await desk.say('小陈', '小陈', 'policy');
    expect(shown('小陈')[0]).toContain('Questions: answered within 24 hours');
  });

  it('in a direct chat they are said every time', async () => {
    await desk.say('李阿姨', '李阿姨', '服务标准');
    await desk.say('李阿姨', '李阿姨', '服务标准');
    expect(shown('李阿姨')).toHaveLength(2);
  });

  it('they name who is in charge of a building', async () => {
    const { db } = desk.database;
    const { communityId } = desk;
    const [worker, building] = [
      await db.person.findFirstOrThrow({ where: { name: '李工' } }),
      await db.building.findFirstOrThrow({ where: { label: '3' } }),
    ];
    const grid = { communityId, personId: worker.id, kind: 'grid' as const, grantedAt: desk.clock.now() };
    await db.responsibility.create({ data: { ...grid, buildingId: building.id } });
    await db.responsibility.create({ data: { ...grid, area: 'environment' } });
    await desk.say('李阿姨', 'residents', '服务标准');
    expect(shown('residents')[0]).toMatch(/负责人：\n· 3栋：李工\n· 环境卫生：李工$/);
  });
});
