import { afterEach, describe, expect, it } from 'vitest';
import { Ears } from '../testing/ears.ts';
import { openInProcess, sessionOver } from '../testing/open-session.ts';
import { WechatWorld } from '../testing/wechat-world.ts';
import type { Session } from '../session.ts';
import type { SessionParts } from './create-session.ts';

const sessions: Session[] = [];

afterEach(async () => {
  await Promise.all(sessions.splice(0).map((session) => session.stop()));
});

async function started(
  world: WechatWorld,
  parts: Partial<SessionParts> & { keepsHistory?: boolean } = {},
): Promise<{ session: Session; ears: Ears }> {
  const session = sessionOver(parts.openPuppet ?? openInProcess(world, parts.keepsHistory), parts);
  sessions.push(session);
  const ears = new Ears();
  await session.start(ears);
  return { session, ears };
}

async function group(): Promise<{ world: WechatWorld; room: string; li: string }> {
  const world = new WechatWorld({ selfName: '小邻' });
  const li = await world.contact({ name: '李' });
  return { world, li, room: await world.room({ topic: '七号楼', members: [li] }) };
}

describe('logging in', () => {
  it('tells every code once, and then under which name it is logged in', async () => {
    const { world } = await group();
    const { session, ears } = await started(world);
    await world.untilRunning(1);
    await world.scan('code 1');
    await world.scan('code 1');
    await world.scan('code 2');
    await world.login();
    await ears.untilReport('logged_in');
    expect(ears.of('login_needed').map((report) => report.qr)).toEqual(['code 1', 'code 2']);
    expect(ears.of('logged_in')[0]?.name).toBe('小邻');
    expect(session.online()?.self).toEqual({ id: world.selfId(), name: '小邻' });
    expect(ears.reports.map((report) => report.type)).toEqual([
      'connecting',
      'login_needed',
      'login_needed',
      'logged_in',
    ]);
  });

  it('is not online before somebody has scanned the code', async () => {
    const { world } = await group();
    await world.scan('code');
    const { session, ears } = await started(world);
    await ears.untilReport('login_needed');
    expect(session.online()).toBeNull();
  });

  it('tells that it is logged out, shows a new code, and comes back', async () => {
    const { world } = await group();
    await world.login();
    const { session, ears } = await started(world);
    await ears.untilReport('logged_in');
    await world.scan('a new code');
    await world.logout('kicked off by the phone');
    const told = await ears.untilReport('logged_out');
    expect(told.reason).toBe('kicked off by the phone');
    expect(session.online()).toBeNull();
    expect((await ears.untilReport('login_needed', 2)).qr).toBe('a new code');
    await world.login();
    await ears.untilReport('logged_in', 2);
    await ears.untilReport('gap');
    expect(session.online()).not.toBeNull();
  });

  it('tries again when the puppet cannot even be made, and says why', async () => {
    const { world } = await group();
    await world.login();
    let faults = 2;
    const openPuppet = openInProcess(world);
    const { ears } = await started(world, {
      openPuppet: async () => {
        faults -= 1;
        if (faults >= 0) throw new RangeError('something private');
        return await openPuppet();
      },
    });
    await ears.untilReport('logged_in');
    expect(ears.of('connecting').map((report) => report.reason)).toEqual([null, 'RangeError', 'RangeError']);
  });
});

describe('a puppet that tells of faults', () => {
  it('is given a pause when there is no end of them before it is logged in', async () => {
    const { world } = await group();
    const openPuppet = openInProcess(world);
    let opened = 0;
    const { ears } = await started(world, {
      openPuppet: async () => {
        const one = await openPuppet();
        opened += 1;
        if (opened === 1) {
          one.puppet.once('start', () => {
            for (let i = 0; i < 20; i += 1) one.puppet.emit('error', { data: 'no network' });
          });
        }
        return one;
      },
    });
    await ears.untilReport('connecting', 2);
    await world.login();
    await ears.untilReport('logged_in');
    expect(opened).toBe(2);
  });

  it('is kept when it still answers', async () => {
    const { world, room, li } = await group();
    await world.login();
    const { session, ears } = await started(world, { timing: { hurryMs: 50 } });
    await ears.untilReport('logged_in');
    const alive = session.online()?.puppet;
    for (let i = 0; i < 30; i += 1) alive?.emit('error', { data: 'one contact cannot be had' });
    await world.say({ from: li, in: room, text: '一' });
    await ears.untilText('一');
    expect(session.online()?.puppet).toBe(alive);
    expect(ears.of('logged_out')).toEqual([]);
  });
});

describe('hearing', () => {
  it('hands on everything in the order in which it happened, its own words included', async () => {
    const { world, room, li } = await group();
    await world.login();
    const { session, ears } = await started(world);
    await ears.untilReport('logged_in');
    await world.say({ from: li, in: room, text: '一' });
    const wang = await world.contact({ name: '王' });
    await world.join(room, [wang], li);
    await world.say({ from: wang, in: room, text: '二' });
    await world.rename(room, '八号楼', li);
    await world.leave(room, wang);
    await session.online()?.puppet.messageSendText(room, '三');
    await ears.untilText('三');
    expect(ears.happenings.map((one) => one.type)).toEqual([
      'message',
      'room_join',
      'message',
      'room_topic',
      'room_leave',
      'message',
    ]);
    expect(ears.texts()).toEqual(['一', '二', '三']);
  });

  it('skips a message that cannot be had, and hears the next', async () => {
    const { world, room, li } = await group();
    await world.login();
    const { ears } = await started(world);
    await ears.untilReport('logged_in');
    const gone = await world.say({ from: li, in: room, text: '一' });
    await ears.untilText('一');
    await world.vanish(gone);
    await world.redeliver();
    await world.say({ from: li, in: room, text: '二' });
    await ears.untilText('二');
    expect(ears.texts()).toEqual(['一', '二']);
  });

  it('records that something is missing when the puppet never says what is in a message', async () => {
    const { world, room, li } = await group();
    await world.login();
    const openPuppet = openInProcess(world);
    const { ears } = await started(world, {
      openPuppet: async () => {
        const one = await openPuppet();
        const payload = one.puppet.messagePayload.bind(one.puppet);
        const messagePayload = async (id: string) => {
          const message = await payload(id);
          if (message.text === '一') throw new Error('no');
          return message;
        };
        Object.assign(one.puppet, { messagePayload });
        return one;
      },
    });
    await ears.untilReport('logged_in');
    await world.say({ from: li, in: room, text: '一' });
    await world.say({ from: li, in: room, text: '二' });
    await ears.untilText('二');
    expect(ears.texts()).toEqual(['二']);
    expect(await ears.untilReport('gap')).toMatchObject({ fetched: 0, complete: false });
  });

  it('asks again for a message of which it was told just before the connection ended', async () => {
    const { world, room, li } = await group();
    await world.login();
    const { ears } = await started(world, { timing: { closeWithinMs: 50 } });
    await ears.untilReport('logged_in');
    await world.freeze();
    await world.say({ from: li, in: room, text: '一' });
    await world.logout();
    await ears.untilReport('logged_out');
    await world.thaw();
    await world.login();
    await ears.untilText('一');
    expect(await ears.untilReport('gap')).toMatchObject({ fetched: 1, complete: false });
  });

  it('hears the same message again when it is told again', async () => {
    const { world, room, li } = await group();
    await world.login();
    const { ears } = await started(world);
    await ears.untilReport('logged_in');
    await world.say({ from: li, in: room, text: '一' });
    await world.redeliver();
    await ears.until(() => ears.texts().length === 2);
    expect(ears.texts()).toEqual(['一', '一']);
  });

  it('says again and again that it lives', async () => {
    const { world } = await group();
    await world.login();
    const alive: Date[] = [];
    const enough = new Promise<void>((resolve) => {
      void started(world, {
        timing: { dingEveryMs: 30 },
        onAlive: (at) => {
          alive.push(at);
          if (alive.length === 4) resolve();
        },
      });
    });
    await enough;
    expect(alive.toSorted((one, other) => one.getTime() - other.getTime())).toEqual(alive);
  });
});

describe('a time in which nothing was heard', () => {
  it('is told with its beginning and end; what the puppet still has is heard first, in the order it was said', async () => {
    const { world, room, li } = await group();
    await world.login();
    await world.keepHistory(true);
    const { ears } = await started(world, { keepsHistory: true });
    await ears.untilReport('logged_in');
    await world.say({ from: li, in: room, text: 'before' });
    await ears.untilText('before');
    await world.logout();
    await ears.untilReport('logged_out');
    const later = (ms: number): Date => new Date(Date.now() + ms);
    await world.say({ from: li, in: room, text: 'second', at: later(2_000) });
    await world.say({ from: li, in: room, text: 'first', at: later(1_000) });
    await world.login();
    await world.say({ from: li, in: room, text: 'after', at: later(3_000) });
    const gap = await ears.untilReport('gap');
    expect(ears.texts().slice(0, 3)).toEqual(['before', 'first', 'second']);
    expect(gap).toMatchObject({ complete: true });
    expect(gap.fetched).toBeGreaterThanOrEqual(2);
    expect(gap.from.getTime()).toBeLessThanOrEqual(ears.of('logged_out')[0]?.at.getTime() ?? 0);
    expect(gap.until.getTime()).toBeGreaterThanOrEqual(gap.from.getTime());
    expect(ears.reports.at(-1)).toBe(gap);
  });

  it('is marked as incomplete when the puppet keeps nothing', async () => {
    const { world, room, li } = await group();
    await world.login();
    const { ears } = await started(world);
    await ears.untilReport('logged_in');
    await world.logout();
    await ears.untilReport('logged_out');
    await world.say({ from: li, in: room, text: 'never heard' });
    await world.login();
    expect(await ears.untilReport('gap')).toMatchObject({ fetched: 0, complete: false });
    expect(ears.texts()).toEqual([]);
  });

  it('reaches back to the process before', async () => {
    const { world, room, li } = await group();
    await world.keepHistory(true);
    const lastHeard = new Date(Date.now() - 60 * 60_000);
    await world.say({ from: li, in: room, text: 'long before', at: new Date(lastHeard.getTime() - 60_000) });
    await world.say({ from: li, in: room, text: 'while nobody ran', at: new Date(lastHeard.getTime() + 60_000) });
    await world.login();
    const { ears } = await started(world, { keepsHistory: true, lastHeard: { read: async () => lastHeard } });
    expect(await ears.untilReport('gap')).toMatchObject({ from: lastHeard, fetched: 1, complete: true });
    expect(ears.texts()).toEqual(['while nobody ran']);
  });

  it('is fetched for as long as it takes, and meanwhile the account lives', async () => {
    const { world } = await group();
    await world.login();
    const openPuppet = openInProcess(world);
    let skewMs = 0;
    let found = (_ids: string[]): void => {};
    const search = new Promise<string[]>((resolve) => (found = resolve));
    let lives = (_at: Date): void => {};
    const alive = new Promise<Date>((resolve) => (lives = resolve));
    const began = Date.now();
    const { ears } = await started(world, {
      clock: { now: () => new Date(Date.now() + skewMs) },
      lastHeard: { read: async () => new Date(began - 60_000) },
      onAlive: (at) => lives(at),
      timing: { dingEveryMs: 20 },
      openPuppet: async () => {
        const one = await openPuppet();
        Object.assign(one.puppet, { messageSearch: () => search });
        return one;
      },
    });
    await ears.untilReport('logged_in');
    expect(ears.of('gap')).toEqual([]);
    skewMs = 60_000;
    const at = (await alive).getTime();
    expect(at).toBeGreaterThan(began + 15_000);
    expect(at).toBeLessThan(Date.now() + skewMs - 15_000);
    found([]);
    await ears.untilReport('gap');
  });

  it('is not told at the very first start', async () => {
    const { world, room, li } = await group();
    await world.login();
    const { ears } = await started(world);
    await ears.untilReport('logged_in');
    await world.say({ from: li, in: room, text: '一' });
    await ears.untilText('一');
    expect(ears.of('gap')).toEqual([]);
  });
});

describe('a platform that says nothing any more', () => {
  it('is noticed, and found again when it is back', async () => {
    const { world } = await group();
    await world.login();
    const { session, ears } = await started(world, { timing: { dingEveryMs: 100, closeWithinMs: 50 } });
    await ears.untilReport('logged_in');
    await world.freeze();
    expect((await ears.untilReport('logged_out')).reason).toBe('no sign of life');
    expect(session.online()).toBeNull();
    await world.thaw();
    await ears.untilReport('logged_in', 2);
  });

  it('does not keep the session from ending', async () => {
    const { world } = await group();
    await world.login();
    const { session, ears } = await started(world);
    await ears.untilReport('logged_in');
    await world.freeze();
    const before = performance.now();
    await session.stop();
    expect(performance.now() - before).toBeLessThan(2_000);
    expect(session.online()).toBeNull();
  });

  it('tells nothing once the session has ended', async () => {
    const { world, room, li } = await group();
    await world.login();
    const { session, ears } = await started(world);
    await ears.untilReport('logged_in');
    await session.stop();
    const told = ears.reports.length;
    await world.say({ from: li, in: room, text: 'too late' });
    await world.logout();
    expect(ears.texts()).toEqual([]);
    expect(ears.reports).toHaveLength(told);
  });
});
