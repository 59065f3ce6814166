import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../core/testing/test-database.ts';
import type { TestDatabase } from '../core/testing/test-database.ts';
import { codeIn } from './testing/hearing.ts';
import { roomsOf, startProgram } from './testing/program.ts';
import type { Program } from './testing/program.ts';
import { until } from '../core/testing/until.ts';
import { wechatHearing } from './testing/wechat-hearing.ts';
import type { HeardInWechat } from './testing/wechat-hearing.ts';
import { startGateway } from './wechat/testing/gateway.ts';
import type { Gateway } from './wechat/testing/gateway.ts';
import type { WechatWorld } from './wechat/testing/wechat-world.ts';
import { writeQuote } from './wechat/translate/quote.ts';

const PATIENCE = { timeout: 40_000 };
const photo = new Uint8Array([0xff, 0xd8, 0xff, 0xd9]);

describe('in WeChat, through a gateway, from the first login on', PATIENCE, () => {
  let database: TestDatabase;
  let gateway: Gateway;
  let world: WechatWorld;
  let program: Program;
  let heard: HeardInWechat;
  const who = { manager: '', engineer: '', auntLi: '' };
  const room = { staff: '', residents: '' };
  let code = '';

  const start = async (): Promise<void> => {
    program = startProgram(['start'], {
      DATABASE_URL: database.url,
      LINLI_DATA: folder,
      WECHATY_PUPPET: 'service',
      WECHATY_PUPPET_SERVICE_TOKEN: gateway.token,
      WECHATY_PUPPET_SERVICE_ENDPOINT: gateway.endpoint,
      LINLI_WECHAT_GROUP_QUOTA: '1000/min',
      LINLI_WECHAT_ACCOUNT_QUOTA: '1000/min',
    });
    await roomsOf(program);
  };
  let folder = '';
  const quoting = (quoted: { name: string; text: string }, reply: string): string => writeQuote(quoted, reply);

  beforeAll(async () => {
    [database, gateway] = await Promise.all([createTestDatabase(), startGateway()]);
    const { mkdtemp } = await import('node:fs/promises');
    folder = await mkdtemp('/tmp/linli-wechat-e2e-');
    ({ world } = gateway);
    heard = wechatHearing(world);
    who.manager = await world.contact({ name: '周经理' });
    who.engineer = await world.contact({ name: '李工' });
    who.auntLi = await world.contact({ name: '3-2-501 李阿姨' });
    room.staff = await world.room({ topic: '桂园小区客服群', members: [who.manager, who.engineer] });
    room.residents = await world.room({ topic: '3、4号楼居民群', members: [who.manager, who.auntLi] });
    await start();
  }, 90_000);
  afterAll(async () => {
    await program?.kill();
    await gateway?.stop();
    await database?.drop();
  }, 30_000);

  it('the terminal shows the code to be scanned, and the account is known by its name', async () => {
    await world.untilRunning(1);
    await world.scan('https://login.example/code-1');
    await program.says(/scan this with the phone[^█▄▀]*[█▄▀ ]+/);
    expect(program.said()).not.toContain('code-1');
    await world.login();
    await until('it is on record that the account is online', async () => {
      const account = await database.db.channelAccount.findFirst({ where: { channel: 'wechat', state: 'online' } });
      return account?.name === world.selfName && account.aliveAt !== null;
    });
  });

  it('the owner’s code makes a manager, and every group is told that this is a bot', async () => {
    const [, ownerCode = ''] = await program.says(/WeChat group of your staff, send once: \/setup (\w+)/);
    await world.say({ from: who.manager, in: room.staff, text: `/setup ${ownerCode}` });
    await heard(room.staff, '您是桂园小区的第一位经理，本群是客服群');
    await heard(room.staff, '机器人，不是真人');
    await world.say({ from: who.manager, in: room.residents, text: '/link residents 3,4' });
    await heard(room.residents, '本群是居民群（3、4栋）');
    await heard(room.residents, '机器人，不是真人');
    const hello = '大家早上好';
    await world.say({ from: who.engineer, in: room.staff, text: hello });
    await world.say({ from: who.manager, in: room.staff, text: quoting({ name: '李工', text: hello }, '角色 维修') });
    const told = await heard(room.staff, '李工现在是维修');
    expect(told.text).toMatch(/^「周经理：/);
  });

  it('a report is answered with one receipt that quotes it, and becomes a card with numbers', async () => {
    await world.say({ from: who.auntLi, in: room.residents, text: '3栋2单元门禁坏了，刷卡没反应' });
    await world.redeliver();
    const receipt = await heard(room.residents, '收到您的报修', '李工负责');
    expect(receipt.text).toMatch(/^「李阿姨：3栋2单元门禁坏了/);
    code = codeIn(receipt.text);
    const card = await heard(room.staff, code, '1 接单');
    expect(card.text).toContain('“3栋2单元门禁坏了，刷卡没反应”');
    expect(await database.db.ticket.count()).toBe(1);
  });

  it('a photo after it joins it, and is shown to the staff', async () => {
    await world.say({ from: who.auntLi, in: room.residents, file: { kind: 'photo', name: '门禁.jpg', bytes: photo } });
    await heard(room.staff, `${code} 3-2-501 李阿姨补充`);
    const shown = world.said(room.staff).find(({ file }) => file !== null);
    expect(Buffer.from(shown?.file?.bytes ?? []).equals(Buffer.from(photo))).toBe(true);
  });

  it('the bare word takes the last card, and the resident is told', async () => {
    await world.say({ from: who.engineer, in: room.staff, text: '接单' });
    await heard(room.staff, '已接单', code);
    const told = await heard(room.residents, code, '李工');
    expect(told.text).toContain('已接单');
  });

  it('an answer in a quote of the card reaches the resident, without a number that the office has not published', async () => {
    const card = world.said(room.staff).find(({ text }) => text.includes('1 接单'));
    const reply = quoting({ name: world.selfName, text: card?.text ?? '' }, '师傅半小时内到，电话13800138000');
    await world.say({ from: who.engineer, in: room.staff, text: reply });
    const told = await heard(room.residents, '师傅半小时内到');
    expect(told.text).not.toContain('13800138000');
    await heard(room.staff, '群里的答复隐去了', code);
  });

  it('is done by a word with its code, in full width and without a space', async () => {
    await world.say({ from: who.engineer, in: room.staff, text: `办结${code.toLowerCase()} 换了读卡器` });
    const asked = await heard(room.residents, '换了读卡器');
    expect(asked.text).toContain('1–5 分');
  });

  it('a slip of the input method changes nothing and is met with the nearest word', async () => {
    await world.say({ from: who.engineer, in: room.staff, text: `接丹 ${code}` });
    const told = await heard(room.staff, '什么都没有改动');
    expect(told.text).toContain(`1 接单 ${code}`);
    expect((await database.db.ticket.findFirstOrThrow({ where: { code } })).status).toBe('done');
  });

  it('goes on after the program was killed: what it owes is said, and what comes later is heard', async () => {
    // What is being sent at the moment of a kill may be said twice.
    await until(
      'all is said',
      async () => (await database.db.outboxMessage.count({ where: { state: 'pending' } })) === 0,
    );
    await program.kill();
    const killedAt = new Date();
    await world.untilRunning(1);
    await start();
    await until('it is online again', async () =>
      database.db.channelAccount.findFirst({ where: { state: 'online', aliveAt: { gt: killedAt } } }),
    );
    await world.say({ from: who.auntLi, in: room.residents, text: '5' });
    await heard(room.residents, '谢谢', code);
    await heard(room.staff, code, '5');
    expect((await database.db.ticket.findFirstOrThrow({ where: { code } })).status).toBe('closed');
  });

  it('goes on after the gateway was killed, with the words that waited for it', async () => {
    await world.say({ from: who.auntLi, in: room.residents, text: '3栋1单元的路灯坏了，晚上看不见' });
    const receipt = await heard(room.residents, '收到', '路灯');
    const second = codeIn(receipt.text);
    await gateway.restart();
    await until('the outage was noticed', async () =>
      database.db.channelAccount.findFirst({ where: { state: { not: 'online' } } }),
    );
    await until('it is online again', async () => database.db.channelAccount.findFirst({ where: { state: 'online' } }));
    await world.say({ from: who.engineer, in: room.staff, text: `接单 ${second}` });
    await heard(room.residents, second, '李工');
    const texts = world.said().map(({ conversationId, text }) => `${conversationId} ${text}`);
    expect(texts.filter((one, index) => one.length > 60 && texts.indexOf(one) !== index)).toEqual([]);
  });
});
