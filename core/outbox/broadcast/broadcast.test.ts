import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FakeChannel } from '../../channel/testing/fake-channel.ts';
import { communityInForce } from '../../people/communities.ts';
import { linkConversation } from '../../people/link.ts';
import { runStep } from '../../run-step.ts';
import { createDeskHarness, type DeskHarness } from '../../testing/desk-harness.ts';
import { newId } from '../../new-id.ts';
import type { AudienceInput } from './audience.ts';
import { reachOf } from './reach.ts';
import { broadcastStanding } from './standing.ts';
import { startBroadcast, stopBroadcast, type BroadcastPlan } from './start.ts';

/** Groups of residents besides the harness's own, which is for the whole estate. */
const groups: Record<string, { buildings: string[]; tags: string[] }> = {
  'group-3': { buildings: ['3'], tags: [] },
  'group-5': { buildings: ['5'], tags: ['租户'] },
  'group-tenants': { buildings: [], tags: ['租户', '长租'] },
};

describe('a broadcast', () => {
  let desk: DeskHarness;
  const other = new FakeChannel({ name: 'other' });
  /** The notice that is told of; each test tells of one of its own. */
  let about: { subject: 'notice'; id: string };

  const tools = () => ({
    db: desk.database.db,
    clock: desk.clock,
    bells: { lane: () => Promise.resolve(), deadlines: () => Promise.resolve(true) },
  });
  const plan = (more: Partial<BroadcastPlan> = {}): BroadcastPlan => ({
    about,
    occasion: 'announce',
    purpose: 'notice',
    contents: { 'zh-CN': { text: '今晚停水' } },
    audience: {},
    // So that the restraint of a day in which very much is said plays no part; it has tests of its own.
    urgent: true,
    createdById: null,
    ...more,
  });
  const start = (more: Partial<BroadcastPlan> = {}) =>
    runStep(tools(), async (step) =>
      startBroadcast(step, await communityInForce(step.tx, desk.communityId, step.now), plan(more)),
    );
  const stop = (occasion = 'announce') => runStep(tools(), (step) => stopBroadcast(step, about, occasion));
  const standing = (occasion = 'announce') => broadcastStanding(desk.database.db, about, occasion);
  const heardBy = (text: string) =>
    [...Object.keys(groups), 'residents', 'staff', 'managers', '李阿姨', '小陈', '老王'].filter((where) =>
      desk.heard(where).includes(text),
    );
  const group = (externalId: string) =>
    desk.database.db.conversation.findFirstOrThrow({ where: { externalId }, select: { id: true, pausedUntil: true } });

  beforeAll(async () => {
    desk = await createDeskHarness({ besides: [other] });
    const { db } = desk.database;
    const { name: channel, account } = desk.channel;
    for (const [externalId, { buildings, tags }] of Object.entries(groups)) {
      const data = { channel, account, externalId, kind: 'group' as const, title: externalId, tags };
      const { id } = await db.conversation.create({ data });
      const link = { conversationId: id, communityId: desk.communityId, audience: 'residents' as const, buildings };
      await db.$transaction((tx) => linkConversation(tx, { ...link, by: null }, desk.clock.now()));
    }
    for (const who of ['李阿姨', '小陈']) await desk.say(who, who, '你好');
  });
  afterAll(() => desk.close());

  it.each<{ told: string; audience: AudienceInput; heard: string[] }>([
    { told: 'all', audience: {}, heard: ['group-3', 'group-5', 'group-tenants', 'residents'] },
    {
      told: 'one building, and groups without buildings of their own',
      audience: { buildings: ['3'] },
      heard: ['group-3', 'group-tenants', 'residents'],
    },
    {
      told: 'a building that does not exist',
      audience: { buildings: ['99'] },
      heard: ['group-tenants', 'residents'],
    },
    { told: 'a tag', audience: { tags: ['租户'] }, heard: ['group-5', 'group-tenants'] },
    { told: 'two tags, of which both must hold', audience: { tags: ['租户', '长租'] }, heard: ['group-tenants'] },
    { told: 'a building and a tag', audience: { buildings: ['3'], tags: ['租户'] }, heard: ['group-tenants'] },
    { told: 'persons, of whom one has no chat with us', audience: { to: 'direct' }, heard: ['李阿姨', '小陈'] },
    { told: 'persons of one building', audience: { to: 'direct', buildings: ['3'] }, heard: ['李阿姨'] },
    { told: 'nobody directly by a tag', audience: { to: 'direct', tags: ['租户'] }, heard: [] },
    {
      told: 'groups and persons of a building',
      audience: { to: 'both', buildings: ['5'] },
      heard: ['group-5', 'group-tenants', 'residents', '小陈'],
    },
    { told: 'the staff, for a drill', audience: { to: 'staff' }, heard: ['staff'] },
  ])('for $told', async ({ told, audience, heard }) => {
    about = { subject: 'notice', id: newId() };
    const community = await communityInForce(desk.database.db, desk.communityId, desk.clock.now());
    const reach = await reachOf(desk.database.db, community, audience);
    const { targets, isNew } = await start({ audience, contents: { 'zh-CN': { text: told } } });
    await desk.pass(60_000);
    expect(heardBy(told)).toEqual(heard);
    expect({ targets, isNew }).toEqual({ targets: heard.length, isNew: true });
    expect(reach.groups.length + reach.direct).toBe(heard.length);
    expect(await standing()).toMatchObject({ counts: { sent: heard.length, planned: 0, queued: 0 } });
    expect((await standing())?.doneAt).not.toBeNull();
  });

  it('names what is not there', async () => {
    const community = await communityInForce(desk.database.db, desk.communityId, desk.clock.now());
    const audience = { to: 'both' as const, buildings: ['3', '88'], tags: ['宠物'], reportersOf: ['Z9Z9'] };
    const reach = await reachOf(desk.database.db, community, audience);
    expect(reach).toMatchObject({ groups: [], direct: 0, unknown: ['88', '#宠物', 'Z9Z9'] });
  });

  it('counts households and those who cannot be told directly', async () => {
    const community = await communityInForce(desk.database.db, desk.communityId, desk.clock.now());
    const of = (audience: AudienceInput) => reachOf(desk.database.db, community, audience);
    expect(await of({ to: 'direct' })).toMatchObject({ direct: 2, unreachable: 1, households: 3 });
    expect(await of({ buildings: ['3'] })).toMatchObject({ direct: 0, unreachable: 0, households: 2 });
    expect(await of({ to: 'staff' })).toMatchObject({ households: 0 });
  });

  it('is on record once, however often it is asked for', async () => {
    about = { subject: 'notice', id: newId() };
    const first = await start();
    expect(await start()).toEqual({ ...first, isNew: false });
    await desk.pass(60_000);
    expect((await standing())?.counts.sent).toBe(4);
  });

  it('is refused when it says nothing in the language of the estate, or is for nobody', async () => {
    about = { subject: 'notice', id: newId() };
    await expect(start({ contents: { en: { text: 'No water' } } })).rejects.toThrow('it says nothing in zh-CN');
    const nobody = plan();
    delete nobody.audience;
    const starting = runStep(tools(), async (step) =>
      startBroadcast(step, await communityInForce(step.tx, desk.communityId, step.now), nobody),
    );
    await expect(starting).rejects.toThrow('it is for nobody');
    await expect(start({ occasion: 'correct:2', changes: 'announce' })).rejects.toThrow('no broadcast of the occasion');
    expect(await standing()).toBeNull();
  });

  it('speaks to persons in their own language', async () => {
    about = { subject: 'notice', id: newId() };
    const { db } = desk.database;
    await db.person.updateMany({ where: { name: '小陈' }, data: { locale: 'en' } });
    const contents = { 'zh-CN': { text: '明早停电' }, en: { text: 'No power tomorrow morning' } };
    await start({ audience: { to: 'both', buildings: ['5'] }, contents });
    await desk.pass(60_000);
    expect(heardBy('明早停电')).toEqual(['group-5', 'group-tenants', 'residents']);
    expect(heardBy('No power tomorrow morning')).toEqual(['小陈']);
  });

  it('waits for its time', async () => {
    about = { subject: 'notice', id: newId() };
    await start({
      startAt: new Date(desk.clock.now().getTime() + 3_600_000),
      contents: { 'zh-CN': { text: '十分钟后' } },
    });
    await desk.pass(3_599_000);
    expect(heardBy('十分钟后')).toEqual([]);
    await desk.pass(1_000);
    expect(heardBy('十分钟后')).toHaveLength(4);
  });

  it('that is worth nothing any more is not said', async () => {
    about = { subject: 'notice', id: newId() };
    const inMs = (ms: number) => new Date(desk.clock.now().getTime() + ms);
    await start({ startAt: inMs(60_000), expiresAt: inMs(30_000), contents: { 'zh-CN': { text: '过时' } } });
    await desk.pass(120_000);
    expect(heardBy('过时')).toEqual([]);
    expect(await standing()).toMatchObject({ counts: { dropped: 4 }, troubled: [{ reason: 'expired' }, {}, {}, {}] });
  });

  it('stops in the middle: what was said stays said, nothing more is', async () => {
    about = { subject: 'notice', id: newId() };
    const { id } = await group('group-3');
    const pausedUntil = new Date(desk.clock.now().getTime() + 600_000);
    await desk.database.db.conversation.update({ where: { id }, data: { pausedUntil } });
    await start({ contents: { 'zh-CN': { text: '收回' } } });
    await desk.pass(1_000);
    expect(await standing()).toMatchObject({ counts: { sent: 3, queued: 1 } });
    expect(await stop()).toBe(3);
    await desk.pass(900_000);
    expect(heardBy('收回')).toEqual(['group-5', 'group-tenants', 'residents']);
    expect(await standing()).toMatchObject({ counts: { sent: 3, dropped: 1, queued: 0, planned: 0 } });
  });

  it('that stops before it has begun says nothing', async () => {
    about = { subject: 'notice', id: newId() };
    await start({ contents: { 'zh-CN': { text: '还没开始' } } });
    expect(await stop()).toBe(0);
    await desk.pass(60_000);
    expect(heardBy('还没开始')).toEqual([]);
    expect(await standing()).toMatchObject({ counts: { dropped: 4 } });
  });

  describe('that is changed', () => {
    const announce = (text: string) => start({ contents: { 'zh-CN': { text } } });
    const correct = (text: string, more: Partial<BroadcastPlan> = {}) => {
      const content = { text, brief: `更正：${text}`, ...(text === '' ? { recall: true } : {}) };
      const changes = { occasion: `correct:${text}`, changes: 'announce', contents: { 'zh-CN': content } };
      const changed = plan({ ...changes, ...more });
      delete changed.audience;
      return runStep(tools(), async (step) =>
        startBroadcast(step, await communityInForce(step.tx, desk.communityId, step.now), changed),
      );
    };

    it('changes where it stands', async () => {
      about = { subject: 'notice', id: newId() };
      await announce('停水到十点');
      await desk.pass(10_000);
      const shown = desk.find('group-3', '停水到十点');
      expect(await correct('停水到十一点')).toMatchObject({ targets: 4 });
      await desk.pass(10_000);
      const edits = desk.channel.taken.filter(({ message }) => message.text === '停水到十一点');
      expect(edits).toHaveLength(4);
      expect(edits.map(({ message }) => message.editId)).toContain(shown);
      expect(edits.every(({ message }) => message.editId !== null)).toBe(true);
    });

    it('before it is out, is said once, in its newest words', async () => {
      about = { subject: 'notice', id: newId() };
      await announce('旧的说法');
      await correct('新的说法');
      await desk.pass(60_000);
      expect(heardBy('旧的说法')).toEqual([]);
      expect(heardBy('新的说法')).toHaveLength(4);
      expect(await standing()).toMatchObject({
        counts: { dropped: 4 },
        troubled: [{ reason: 'superseded' }, {}, {}, {}],
      });
    });

    it('while it waits in the outbox of a group, is said there once', async () => {
      about = { subject: 'notice', id: newId() };
      const { id } = await group('group-5');
      const pausedUntil = new Date(desk.clock.now().getTime() + 600_000);
      await desk.database.db.conversation.update({ where: { id }, data: { pausedUntil } });
      await announce('先说的');
      await desk.pass(1_000);
      await correct('后说的');
      await desk.pass(900_000);
      expect(heardBy('先说的')).not.toContain('group-5');
      expect(heardBy('后说的')).toHaveLength(4);
      const told = desk.channel.taken.filter(({ message }) => message.text === '后说的');
      expect(told.filter(({ message }) => message.editId === null)).toHaveLength(1);
    });

    it('twice, changes the same words', async () => {
      about = { subject: 'notice', id: newId() };
      await announce('一');
      await desk.pass(10_000);
      await correct('一又二分之一');
      await desk.pass(10_000);
      await correct('二', { changes: 'correct:一又二分之一' });
      await desk.pass(10_000);
      const edits = desk.channel.taken.filter(({ message }) => message.text === '二');
      const first = desk.channel.taken.filter(({ message }) => message.text === '一');
      expect(new Set(edits.map(({ message }) => message.editId))).toEqual(
        new Set(first.map(({ externalIds }) => externalIds[0])),
      );
    });

    it('goes only where it was said: not to a group that came later', async () => {
      about = { subject: 'notice', id: newId() };
      await start({ audience: { buildings: ['3'] }, contents: { 'zh-CN': { text: '三栋' } } });
      await desk.pass(10_000);
      expect(await correct('三栋，更正')).toMatchObject({ targets: 3 });
      await desk.pass(10_000);
      expect(heardBy('三栋，更正')).not.toContain('group-5');
    });

    it('is taken back where it was said, and where it was not nothing is said of it', async () => {
      about = { subject: 'notice', id: newId() };
      const { id } = await group('group-5');
      const pausedUntil = new Date(desk.clock.now().getTime() + 600_000);
      await desk.database.db.conversation.update({ where: { id }, data: { pausedUntil } });
      await announce('要收回的');
      await desk.pass(1_000);
      await correct('', { occasion: 'withdraw' });
      await desk.pass(900_000);
      const recalls = desk.channel.taken.filter(({ message }) => message.recallIds.length > 0);
      expect(recalls.map(({ message }) => message.conversationId).toSorted()).toEqual([
        'group-3',
        'group-tenants',
        'residents',
      ]);
      expect(await standing('withdraw')).toMatchObject({
        counts: { sent: 3, dropped: 1 },
        troubled: [{ title: 'group-5', reason: 'never_told' }],
      });
    });
  });

  it('says where it could not be said, and why', async () => {
    about = { subject: 'notice', id: newId() };
    const before = desk.heard('staff').length;
    desk.channel.refuseIn('group-3', { kind: 'not_a_member', reason: 'kicked' });
    await start({ contents: { 'zh-CN': { text: '进不去' } } });
    await desk.pass(10_000);
    desk.channel.refuseIn('group-3', null);
    expect(await standing()).toMatchObject({
      counts: { sent: 3, failed: 1 },
      troubled: [{ title: 'group-3', state: 'failed', reason: 'not_a_member' }],
    });
    // Nobody is told of groups one by one.
    expect(desk.heard('staff')).toHaveLength(before);
  });

  it('reaches a person on another platform where theirs does not take it', async () => {
    about = { subject: 'notice', id: newId() };
    const { db } = desk.database;
    const { id: personId } = await db.person.findFirstOrThrow({ where: { name: '李阿姨' }, select: { id: true } });
    const { name: channel, account } = other;
    const chat = {
      communityId: desk.communityId,
      channel,
      account,
      externalId: '李阿姨的另一个号',
      kind: 'direct' as const,
    };
    await db.conversation.create({ data: { ...chat, personId } });
    desk.channel.refuseIn('李阿姨', { kind: 'unreachable', reason: 'blocked' });
    await start({ audience: { to: 'direct', buildings: ['3'] }, contents: { 'zh-CN': { text: '换个平台' } } });
    await desk.pass(10_000);
    desk.channel.refuseIn('李阿姨', null);
    expect(other.textsIn('李阿姨的另一个号')).toEqual(['换个平台']);
    expect(await standing()).toMatchObject({ counts: { sent: 1, failed: 0 } });
  });

  it('leaves out a group that the bot left after it was planned', async () => {
    about = { subject: 'notice', id: newId() };
    await desk.database.db.conversation.updateMany({ where: { externalId: 'group-3' }, data: { state: 'active' } });
    await start({ contents: { 'zh-CN': { text: '不在了' } } });
    await desk.database.db.conversation.updateMany({ where: { externalId: 'group-3' }, data: { state: 'left' } });
    await desk.pass(10_000);
    expect(await standing()).toMatchObject({ counts: { sent: 3, failed: 1 }, troubled: [{ reason: 'not_a_member' }] });
  });

  it('reaches a group that got another id meanwhile', async () => {
    about = { subject: 'notice', id: newId() };
    await desk.database.db.conversation.updateMany({ where: { externalId: 'group-3' }, data: { state: 'active' } });
    desk.channel.refuseIn('group-3', { kind: 'upgraded', reason: 'moved', newExternalId: 'group-3-new' });
    await start({ audience: { buildings: ['3'] }, contents: { 'zh-CN': { text: '换了号' } } });
    await desk.pass(10_000);
    expect(desk.channel.textsIn('group-3-new')).toEqual(['换了号']);
    expect(await standing()).toMatchObject({ counts: { sent: 3, failed: 0 } });
  });
});
