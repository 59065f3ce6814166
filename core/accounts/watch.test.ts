import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AccountReport, AccountWatch } from '../channel/account.ts';
import { FakeChannel } from '../channel/testing/fake-channel.ts';
import { runStep } from '../run-step.ts';
import { createDeskHarness, type DeskHarness } from '../testing/desk-harness.ts';
import { lookAtAccount } from './look.ts';
import { accountStandings } from './standings.ts';
import { tellTakeover } from './takeover.ts';
import { createAccountWatch } from './watch.ts';

const seconds = 1_000;
const minutes = 60 * seconds;

/** The report without its time. */
type Told<T> = T extends { at: Date } ? Omit<T, 'at'> : T;

/** An estate whose groups are on WeChat, with a managers' group on Telegram besides. */
describe('an account of ours on WeChat', () => {
  let desk: DeskHarness;
  let telegram: FakeChannel;
  let watch: AccountWatch;
  const key = { channel: 'wechat', account: 'desk' };
  const errors: string[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => void errors.push(line) });
  const bells = { lane: () => Promise.resolve(), deadlines: () => Promise.resolve(true) };

  const group = (channel: string, account: string, externalId: string, audience: 'managers' | 'staff' | 'residents') =>
    desk.database.db.conversation.create({
      data: { communityId: desk.communityId, channel, account, externalId, kind: 'group', title: externalId, audience },
    });
  const tell = async (report: Told<AccountReport>): Promise<void> => {
    await watch.tell('from' in report ? report : { ...report, at: desk.clock.now() });
    await desk.deliver();
  };
  const logIn = async (): Promise<void> => {
    await tell({ type: 'connecting', reason: null });
    await tell({ type: 'logged_in', name: '桂园管家' });
  };
  /** Lets time pass while the process gives its signs of life. */
  const live = async (ms: number): Promise<void> => {
    for (let passed = 0; passed < ms; passed += 10 * seconds) {
      await watch.alive(desk.clock.now());
      await desk.pass(10 * seconds);
    }
    await watch.alive(desk.clock.now());
  };
  const managers = (): string[] => telegram.textsIn('tg-managers');
  const gaps = () => desk.database.db.listeningGap.findMany({ orderBy: { fromAt: 'asc' } });
  const account = () => desk.database.db.channelAccount.findUniqueOrThrow({ where: { channel_account: key } });

  beforeEach(async () => {
    telegram = new FakeChannel({ name: 'telegram', account: 'bot' });
    desk = await createDeskHarness({
      channel: new FakeChannel({ name: 'wechat', account: 'desk' }),
      besides: [telegram],
    });
    await group('telegram', 'bot', 'tg-managers', 'managers');
    errors.length = 0;
    watch = createAccountWatch({ db: desk.database.db, clock: desk.clock, bells, log }, key);
  });
  afterEach(() => desk.close());

  it('is on record as online with its name, and nobody is told', async () => {
    await logIn();
    await live(2 * minutes);
    expect(await account()).toMatchObject({ state: 'online', name: '桂园管家', aliveAt: desk.clock.now() });
    expect([...managers(), ...desk.heard('managers')]).toEqual([]);
    expect(await gaps()).toEqual([]);
    expect(await desk.database.db.deadline.count({ where: { kind: 'account_watch' } })).toBeLessThanOrEqual(2);
  });

  it('is away again and again all night: three times are told, and then only what lasts', async () => {
    await logIn();
    for (let night = 0; night < 12; night += 1) {
      await live(minutes);
      await tell({ type: 'connecting', reason: 'restarted' });
      await desk.pass(90 * seconds);
      await tell({ type: 'logged_in', name: '桂园管家' });
    }
    await live(2 * minutes);
    expect(managers().filter((text) => text.includes('掉线'))).toHaveLength(3);
    expect(managers().filter((text) => text.includes('恢复了'))).toHaveLength(3);
    expect(managers().filter((text) => text.includes('断了好几次'))).toHaveLength(1);
    await tell({ type: 'connecting', reason: 'restarted' });
    await desk.pass(9 * minutes);
    expect(managers().filter((text) => text.includes('掉线'))).toHaveLength(3);
    await desk.pass(minutes);
    expect(managers().filter((text) => text.includes('掉线'))).toHaveLength(4);
  });

  it('dies again and again without a word: that, too, is told three times', async () => {
    await logIn();
    for (let night = 0; night < 6; night += 1) {
      await live(minutes);
      await desk.pass(2 * minutes);
      await tell({ type: 'logged_in', name: '桂园管家' });
    }
    expect(managers().filter((text) => text.includes('掉线'))).toHaveLength(3);
    await live(minutes);
    await desk.pass(12 * minutes);
    expect(managers().filter((text) => text.includes('掉线'))).toHaveLength(4);
  });

  it('is logged out: the managers hear of it within a minute, once, and not through the account itself', async () => {
    await logIn();
    await live(10 * minutes);
    await tell({ type: 'logged_out', reason: 'kicked off' });
    await tell({ type: 'logged_out', reason: 'kicked off' });
    await tell({ type: 'connecting', reason: 'again' });
    await desk.pass(20 * seconds);
    await tell({ type: 'logged_out', reason: 'again' });
    await tell({ type: 'connecting', reason: 'again' });
    expect(managers()).toEqual([]);
    await desk.pass(10 * seconds);
    expect(managers()).toHaveLength(1);
    await desk.pass(30 * minutes);
    expect(managers()).toEqual([expect.stringContaining('微信账号“桂园管家”从 今天 10:10 起掉线了')]);
    expect(desk.heard('managers')).toEqual([]);
    expect(desk.heard('staff')).toEqual([]);
    expect(await account()).toMatchObject({ state: 'connecting', stateReason: 'again' });
    expect(await gaps()).toMatchObject([{ untilAt: null }]);
  });

  it('is logged out, and comes back: the supervisor hears of it in person, on the other platform', async () => {
    const { id: personId } = await desk.database.db.person.findFirstOrThrow({ where: { name: '监督员' } });
    for (const [channel, account] of [
      ['telegram', 'bot'],
      ['wechat', 'desk'],
    ] as const) {
      const chat = { channel, account, externalId: `${channel}-supervisor`, kind: 'direct' as const, personId };
      await desk.database.db.conversation.create({ data: { communityId: desk.communityId, ...chat } });
    }
    await logIn();
    await tell({ type: 'logged_out', reason: 'kicked' });
    await desk.pass(minutes);
    expect(telegram.textsIn('telegram-supervisor')).toHaveLength(1);
    await tell({ type: 'logged_in', name: '桂园管家' });
    await live(2 * minutes);
    expect(telegram.textsIn('telegram-supervisor')).toHaveLength(2);
    expect(desk.channel.textsIn('wechat-supervisor')).toEqual([]);
  });

  it('is back, and all that was said meanwhile was fetched: told once, to managers everywhere, and not to staff', async () => {
    await logIn();
    await live(minutes);
    const from = desk.clock.now();
    await tell({ type: 'logged_out', reason: 'kicked off' });
    await desk.pass(20 * minutes);
    await tell({ type: 'logged_in', name: '桂园管家' });
    await tell({ type: 'gap', from, until: desk.clock.now(), fetched: 12, complete: true });
    await live(5 * minutes);
    expect(managers()).toHaveLength(2);
    expect(managers()[1]).toBe('微信账号“桂园管家”恢复了，中断了 20 分钟。\n这段时间的 12 条消息已全部补回。');
    expect(desk.heard('managers')).toEqual([managers()[1]]);
    expect(desk.heard('staff')).toEqual([]);
    expect(await gaps()).toMatchObject([{ fetched: 12, complete: true }]);
  });

  it('is back, and messages may be missing: the staff are asked to look into the groups', async () => {
    await logIn();
    await live(minutes);
    const from = desk.clock.now();
    await tell({ type: 'logged_out', reason: 'kicked off' });
    await desk.pass(20 * minutes);
    await tell({ type: 'logged_in', name: '桂园管家' });
    await tell({ type: 'gap', from, until: desk.clock.now(), fetched: 3, complete: false });
    expect(managers()[1]).toContain('已补回 3 条，但 今天 10:01 到 今天 10:21 之间的消息可能有遗漏');
    expect(desk.heard('staff')).toEqual([
      '微信群里 今天 10:01 到 今天 10:21 的消息可能没有收全，请到群里看一看，漏掉的请登记。',
    ]);
  });

  it('is back, and nobody says what was missed: told after a minute, as perhaps missing', async () => {
    await logIn();
    await live(minutes);
    await tell({ type: 'logged_out', reason: 'kicked off' });
    await desk.pass(20 * minutes);
    await tell({ type: 'logged_in', name: '桂园管家' });
    await live(50 * seconds);
    expect(managers()).toHaveLength(1);
    await live(30 * seconds);
    expect(managers()).toHaveLength(2);
    expect(managers()[1]).toContain('可能有遗漏');
    await tell({
      type: 'gap',
      from: new Date(desk.clock.now().getTime() - 10 * minutes),
      until: desk.clock.now(),
      fetched: 4,
      complete: true,
    });
    expect(managers()).toHaveLength(2);
    expect(await gaps()).toMatchObject([{ fetched: 4, complete: true }]);
  });

  it('looks for the platform for less than half a minute: nobody is told', async () => {
    await logIn();
    await live(minutes);
    const from = desk.clock.now();
    await tell({ type: 'connecting', reason: 'no answer' });
    await desk.pass(29 * seconds);
    await tell({ type: 'logged_in', name: '桂园管家' });
    await tell({ type: 'gap', from, until: desk.clock.now(), fetched: 0, complete: false });
    await live(5 * minutes);
    expect([...managers(), ...desk.heard('staff')]).toEqual([]);
    expect(await gaps()).toMatchObject([{ fromAt: from, complete: false, toldAt: null }]);
  });

  it('looks for the platform for longer: told within a minute, once', async () => {
    await logIn();
    await live(minutes);
    await tell({ type: 'connecting', reason: 'no answer' });
    await desk.pass(20 * seconds);
    await tell({ type: 'connecting', reason: 'no answer' });
    await desk.pass(9 * seconds);
    expect(managers()).toEqual([]);
    await desk.pass(1 * seconds);
    expect(managers()).toEqual([expect.stringContaining('从 今天 10:01 起掉线了')]);
    await desk.pass(hour);
    expect(managers()).toHaveLength(1);
  });

  it('dies without a word: noticed and told within a minute', async () => {
    await logIn();
    await live(10 * minutes);
    await desk.pass(60 * seconds);
    expect(managers()).toEqual([expect.stringContaining('从 今天 10:10 起掉线了')]);
    expect(await account()).toMatchObject({ state: 'offline', stateReason: 'its process does not answer' });
    await tell({ type: 'connecting', reason: null });
    await tell({ type: 'logged_in', name: '桂园管家' });
    await live(2 * minutes);
    expect(managers()).toHaveLength(2);
    expect(await gaps()).toHaveLength(1);
  });

  it('lives after all: its sign of life is enough, and an old one is not', async () => {
    await logIn();
    await live(minutes);
    const before = desk.clock.now();
    await desk.pass(2 * minutes);
    expect(await account()).toMatchObject({ state: 'offline' });
    await watch.alive(before);
    expect(await account()).toMatchObject({ state: 'offline' });
    await watch.alive(desk.clock.now());
    expect(await account()).toMatchObject({ state: 'online' });
  });

  it('was off while nobody ran it: what may be missing is told when it is back', async () => {
    await logIn();
    await live(minutes);
    desk.clock.set('2026-11-23T18:00:00+08:00');
    await tell({ type: 'connecting', reason: null });
    await tell({ type: 'logged_in', name: '桂园管家' });
    await live(2 * minutes);
    expect(managers().at(-1)).toContain('今天 10:01 到 今天 18:00');
  });

  it('needs a login: the code goes to the managers on the other platform, a new one takes the place of one unsent', async () => {
    await tell({ type: 'connecting', reason: null });
    const letGo = telegram.hold();
    await watch.tell({ type: 'login_needed', at: desk.clock.now(), qr: 'code-1' });
    await watch.tell({ type: 'login_needed', at: desk.clock.now(), qr: 'code-2' });
    await watch.tell({ type: 'login_needed', at: desk.clock.now(), qr: 'code-2' });
    letGo();
    const rows = await desk.database.db.outboxMessage.findMany({
      orderBy: { seq: 'asc' },
      include: { conversation: true },
    });
    expect(rows.map(({ state, conversation, content }) => [state, conversation.externalId, content])).toEqual([
      ['dropped', 'tg-managers', { text: expect.stringContaining('需要登录') }],
      ['pending', 'tg-managers', { text: expect.stringContaining('需要登录'), qr: 'code-2' }],
    ]);
    expect(rows[1]).toMatchObject({
      purpose: 'escalation',
      expiresAt: new Date(desk.clock.now().getTime() + 5 * minutes),
    });
    await tell({ type: 'logged_in', name: '桂园管家' });
    const [, last] = await desk.database.db.outboxMessage.findMany({ orderBy: { seq: 'asc' } });
    expect(last).toMatchObject({ state: 'dropped' });
    expect(JSON.stringify(await desk.database.db.outboxMessage.findMany({ select: { content: true } }))).not.toContain(
      'code-',
    );
  });

  it('is logged out, and nobody scans: some codes, then one line, and no more until somebody asks', async () => {
    await logIn();
    await live(minutes);
    for (let minute = 0; minute < 40; minute += 1) {
      await tell({ type: 'login_needed', qr: `code-${minute}` });
      await desk.pass(minutes);
    }
    const codes = () => managers().filter((text) => text.includes('扫这个码'));
    expect(codes()).toHaveLength(6);
    expect(managers().filter((text) => text.includes('先不再发'))).toHaveLength(1);
    expect(managers()).toHaveLength(7);
    await desk.database.db.channelAccount.update({
      where: { channel_account: key },
      data: { loginAskedAt: desk.clock.now() },
    });
    await desk.pass(1);
    await tell({ type: 'login_needed', qr: 'code-asked' });
    expect(codes()).toHaveLength(7);
    await tell({ type: 'logged_in', name: '桂园管家' });
    await live(2 * minutes);
    expect(managers().at(-1)).toContain('恢复了');
  });

  it('goes down with nobody to be told elsewhere: the log says so', async () => {
    await desk.database.db.conversation.updateMany({ where: { channel: 'telegram' }, data: { state: 'left' } });
    await logIn();
    await live(minutes);
    await tell({ type: 'logged_out', reason: 'kicked off' });
    const deadline = await desk.database.db.deadline.findFirstOrThrow({
      where: { kind: 'account_watch', settledAt: null },
    });
    desk.clock.advance(minutes);
    await runStep({ db: desk.database.db, clock: desk.clock, bells }, (step) =>
      lookAtAccount(step, key, deadline.id, log),
    );
    expect(errors.some((line) => line.includes('nobody to be told'))).toBe(true);
    expect(await desk.database.db.outboxMessage.count()).toBe(0);
  });

  it('hands its groups to another account: the managers are told which', async () => {
    await group('wechat', 'second', 'handed', 'residents');
    const tools = {
      db: desk.database.db,
      clock: desk.clock,
      bells: { lane: () => Promise.resolve(), deadlines: () => Promise.resolve(true) },
    };
    const taken = { channel: 'wechat', from: 'desk', to: 'second', externalIds: ['handed'], occasion: 'x' };
    await desk.database.db.channelAccount.create({ data: { ...key, state: 'offline', name: '桂园管家' } });
    for (const _ of [1, 2]) await runStep(tools, (step) => tellTakeover(step, taken));
    await desk.deliver();
    expect(managers()).toEqual(['微信账号“桂园管家”不在线，下面 1 个群改由微信账号收听和答复：\n“handed”']);
  });

  it('stands in the list of accounts with what it missed', async () => {
    await logIn();
    await live(minutes);
    await tell({ type: 'logged_out', reason: 'kicked off' });
    const since = new Date(desk.clock.now().getTime() - 86_400_000);
    expect(await accountStandings(desk.database.db, desk.communityId, since)).toMatchObject([
      { channel: 'wechat', account: 'desk', name: '桂园管家', state: 'offline', gaps: [{ untilAt: null }] },
      { channel: 'telegram', account: 'bot', state: 'online', gaps: [] },
    ]);
  });
});

const hour = 60 * minutes;
