import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Ears } from '../testing/ears.ts';
import { startGateway } from '../testing/gateway.ts';
import type { Gateway } from '../testing/gateway.ts';
import { openOverNetwork, sessionOver } from '../testing/open-session.ts';
import { startProxy } from '../testing/proxy.ts';
import type { Proxy } from '../testing/proxy.ts';
import type { Session } from '../session.ts';
import type { SessionParts } from './create-session.ts';

/** A gateway in another process, a line to it that can be disturbed, and a group with one resident. */
let gateway: Gateway;
let line: Proxy;
let room: string;
let li: string;
const sessions: Session[] = [];

beforeEach(async () => {
  gateway = await startGateway();
  line = await startProxy(gateway.port);
  li = await gateway.world.contact({ name: '李' });
  room = await gateway.world.room({ topic: '七号楼', members: [li] });
});

afterEach(async () => {
  await Promise.all(sessions.splice(0).map((session) => session.stop()));
  await line.close();
  await gateway.stop();
});

async function started(parts: Partial<SessionParts> = {}): Promise<{ session: Session; ears: Ears }> {
  const session = sessionOver(await openOverNetwork(gateway, line.endpoint), parts);
  sessions.push(session);
  const ears = new Ears();
  await session.start(ears);
  return { session, ears };
}

async function say(text: string): Promise<void> {
  await gateway.world.say({ from: li, in: room, text });
}

describe('a gateway in another process', () => {
  it('shows its code, is logged in, hears and speaks', async () => {
    const { session, ears } = await started();
    await gateway.world.untilRunning(1);
    await gateway.world.scan('the code');
    await gateway.world.scan('the code');
    await gateway.world.login();
    await ears.untilReport('logged_in');
    expect(ears.of('login_needed').map((report) => report.qr)).toEqual(['the code']);
    await say('你好');
    await ears.untilText('你好');
    const id = await session.online()?.puppet.messageSendText(room, '收到', [li]);
    expect(await gateway.world.saidByBot(room)).toMatchObject([{ messageId: id, text: '收到', mentions: [li] }]);
    await ears.untilText('收到');
  });

  it('tells of a logout at once', async () => {
    await gateway.world.login();
    const { session, ears } = await started();
    await ears.untilReport('logged_in');
    await gateway.world.logout('kicked off by the phone');
    expect((await ears.untilReport('logged_out')).reason).toBe('kicked off by the phone');
    expect(session.online()).toBeNull();
    await gateway.world.login();
    await ears.untilReport('logged_in', 2);
    await ears.untilReport('gap');
  });

  it('is found again when it was killed in the middle of a conversation', async () => {
    await gateway.world.login();
    const { session, ears } = await started({ timing: { hurryMs: 300 } });
    await ears.untilReport('logged_in');
    await say('一');
    await ears.untilText('一');
    await gateway.kill();
    await say('二');
    await ears.untilReport('logged_out');
    expect(session.online()).toBeNull();
    await gateway.restart();
    await ears.untilReport('logged_in', 2);
    await say('三');
    await ears.untilText('三');
    await session.online()?.puppet.messageSendText(room, '收到');
    expect(await gateway.world.saidByBot(room)).toMatchObject([{ text: '收到' }]);
    expect(ears.texts()).not.toContain('二');
  });

  it('is looked for again and again while the line to it is cut, and then found', async () => {
    await gateway.world.login();
    const { ears } = await started({ timing: { hurryMs: 300 } });
    await ears.untilReport('logged_in');
    line.cut();
    await ears.untilReport('logged_out');
    await ears.untilReport('connecting', 3);
    line.restore();
    await ears.untilReport('logged_in', 2);
    await say('又在了');
    await ears.untilText('又在了');
    expect(ears.of('connecting').length).toBeGreaterThanOrEqual(3);
  });

  it('is missed when it says nothing any more, though the line stands', async () => {
    await gateway.world.login();
    const { session, ears } = await started({ timing: { dingEveryMs: 400, closeWithinMs: 200 } });
    await ears.untilReport('logged_in');
    line.stall();
    expect((await ears.untilReport('logged_out')).reason).toBe('no sign of life');
    expect(session.online()).toBeNull();
    line.restore();
    await ears.untilReport('logged_in', 2);
  });

  it('may be slow', async () => {
    await gateway.world.login();
    line.slow(40);
    const { ears } = await started({ timing: { dingEveryMs: 2_000 } });
    await ears.untilReport('logged_in');
    for (const text of ['一', '二', '三', '四', '五']) await say(text);
    await ears.untilText('五');
    expect(ears.texts()).toEqual(['一', '二', '三', '四', '五']);
    expect(ears.of('logged_out')).toEqual([]);
  });

  it('does not keep the session from ending when it hangs', async () => {
    await gateway.world.login();
    const { session, ears } = await started();
    await ears.untilReport('logged_in');
    line.stall();
    const before = performance.now();
    await session.stop();
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  it('is left alone with a wrong token, and told as a fault', async () => {
    await gateway.world.login();
    const wrong = await openOverNetwork({ ...gateway, token: 'insecure_wrong' });
    const { session, ears } = await started({ openPuppet: wrong });
    await ears.untilReport('connecting', 2);
    expect(session.online()).toBeNull();
    expect(ears.of('logged_in')).toEqual([]);
  });
});
