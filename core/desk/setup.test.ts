import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelEvent } from '../channel/event.ts';
import { newOwnerCode } from '../people/owner-code.ts';
import { createDeskHarness, type DeskHarness } from '../testing/desk-harness.ts';
import { readBuildings, readLink, readRole } from './setup-words.ts';

const hour = 3_600_000;

describe('a bot that comes into new groups', () => {
  let desk: DeskHarness;
  beforeEach(async () => {
    desk = await createDeskHarness();
  });
  afterEach(() => desk.close());

  let count = 0;
  const group = (where: string) => ({
    conversation: { externalId: where, kind: 'group' as const, title: '阳光花园客服群' },
    at: desk.clock.now().toISOString(),
  });
  const arrive = (where: string) => desk.event({ type: 'bot_added', key: 'added', ...group(where), by: null });
  const say = (who: string, where: string, text: string, replyToId: string | null = null) =>
    desk.event({
      type: 'message',
      key: `m:${(count += 1)}`,
      ...group(where),
      sender: desk.sender(who),
      messageId: `x${count}`,
      text,
      attachments: [],
      replyToId,
      quotedText: null,
      albumKey: null,
      toBot: false,
      forwarded: false,
    } satisfies ChannelEvent);
  const code = async () => {
    const made = await newOwnerCode(desk.database.db, desk.channel.name, desk.channel.account);
    if (!made) throw new Error('the owner code was used');
    return made;
  };
  const conversation = (externalId: string) =>
    desk.database.db.conversation.findFirstOrThrow({ where: { externalId }, include: { buildings: true } });

  it('says that it is a bot and how to link the group, keeps nothing said there, and leaves within a day', async () => {
    await arrive('new');
    expect(desk.heard('new')).toHaveLength(1);
    await say('甲', 'new', '3栋2单元电梯坏了');
    expect(await desk.database.db.message.count()).toBe(0);
    expect(desk.channel.left).toEqual([]);
    await desk.pass(24 * hour);
    expect(desk.heard('new')).toHaveLength(2);
    expect(desk.channel.left).toEqual(['new']);
    expect(await conversation('new')).toMatchObject({ state: 'left' });
  });

  it('learns there by a code who a manager is, who links it then; nothing that was said is kept, and wrong codes end in silence', async () => {
    await desk.say('周经理', 'staff', '绑定');
    const joinCode = /[A-Z\d]{8}/.exec(desk.heard('staff').at(-1) ?? '')?.[0] ?? '';
    const before = await desk.database.db.message.count();
    await say('老周', 'new', `绑定 ${joinCode}`);
    expect(desk.heard('new').at(-1)).toContain('请回到原来的平台');
    await say('老周', 'new', '/link residents 3');
    expect(await conversation('new')).toMatchObject({ communityId: null });
    await desk.press('周经理', 'staff', desk.find('staff', '用了您的绑定码'), '是我');
    expect(desk.heard('new').at(-1)).toContain('绑定好了');
    expect(await desk.database.db.message.count()).toBe(before);
    await say('老周', 'new', '/link residents 3');
    expect(await conversation('new')).toMatchObject({ audience: 'residents' });

    for (let i = 0; i < 7; i += 1) await say('路人', 'other', '绑定 ABCD2345');
    expect(desk.heard('other').filter((text) => text.includes('绑定码不对'))).toHaveLength(5);
  });

  it('leaves also a group into which nobody saw it come', async () => {
    await say('甲', 'silent', '大家好');
    await say('乙', 'silent', '你好');
    await desk.pass(24 * hour);
    expect(desk.channel.left).toEqual(['silent']);
  });

  it('makes the sender of the owner code the first manager, once', async () => {
    const right = await code();
    await arrive('new');
    await say('老板', 'new', '/setup WRONGCODE22');
    expect((await conversation('new')).communityId).toBeNull();
    await say('老板', 'new', `/setup ${right}`);
    expect(await conversation('new')).toMatchObject({ audience: 'staff' });
    const community = await desk.database.db.community.findFirstOrThrow({ where: { name: '阳光花园' } });
    expect((await conversation('new')).communityId).toBe(community.id);
    await arrive('other');
    await say('别人', 'other', `/setup ${right}`);
    expect((await conversation('other')).communityId).toBeNull();
    expect(await newOwnerCode(desk.database.db, desk.channel.name, desk.channel.account)).toBeNull();
    await desk.pass(48 * hour);
    expect(desk.channel.left).toEqual(['other']);
  });

  it('ties groups to buildings on the word of a manager, and of nobody else', async () => {
    await arrive('staff-new');
    await say('老板', 'staff-new', `/setup ${await code()} 阳光花园`);
    await arrive('homes');
    await say('路人', 'homes', '/link residents 3,4');
    expect((await conversation('homes')).communityId).toBeNull();
    await say('老板', 'homes', '/link residents 3,4');
    const homes = await conversation('homes');
    expect(homes.audience).toBe('residents');
    expect(homes.buildings.map(({ label }) => label).sort()).toEqual(['3', '4']);
    expect(desk.heard('homes').length).toBeGreaterThanOrEqual(2);
    await say('住户', 'homes', '3栋2单元电梯坏了');
    expect(desk.heard('staff-new').at(-1)).toContain('3栋');
    await say('老板', 'homes', '/link everybody');
    expect((await conversation('homes')).audience).toBe('residents');
  });

  it('gives roles on the word of a manager', async () => {
    await arrive('staff-new');
    await say('老板', 'staff-new', `/setup ${await code()} 阳光花园`);
    await say('张工', 'staff-new', '我来了');
    await say('老板', 'staff-new', '/role 维修 3', `x${count}`);
    const grants = await desk.database.db.roleGrant.findMany({
      where: { role: 'maintenance', person: { name: '张工' } },
      include: { building: true },
    });
    expect(grants.map(({ building }) => building?.label)).toEqual(['3']);
  });
});

describe('the words of setting up', () => {
  it.each([
    ['residents 3,4', { audience: 'residents', buildings: ['3', '4'] }],
    ['居民 3栋、4号楼 A座', { audience: 'residents', buildings: ['3', '4', 'A'] }],
    ['residents', { audience: 'residents', buildings: [] }],
    ['managers', { audience: 'managers', buildings: [] }],
    ['everybody', null],
    ['', null],
  ])('/link %s', (rest, meant) => expect(readLink(rest)).toEqual(meant));

  it.each([
    ['维修 3,4', { role: 'maintenance', buildings: ['3', '4'] }],
    ['customer service', { role: 'customer_service', buildings: [] }],
    ['boss', null],
  ])('/role %s', (rest, meant) => expect(readRole(rest)).toEqual(meant));

  it('reads each building once', () => expect(readBuildings('3栋,3号楼，ｂ座')).toEqual(['3', 'B']));
});
