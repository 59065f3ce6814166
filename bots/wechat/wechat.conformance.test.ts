import { afterAll, beforeAll } from 'vitest';
import { describeChannel } from '../../core/channel/testing/conformance.ts';
import type { Lack } from '../../core/channel/testing/driver.ts';
import { createTestDatabase, type TestDatabase } from '../../core/testing/test-database.ts';
import { startGateway } from './testing/gateway.ts';
import type { Gateway } from './testing/gateway.ts';
import { openInProcess, openOverNetwork } from './testing/open-session.ts';
import { startWechatHarness } from './testing/wechat-harness.ts';
import { WechatWorld } from './testing/wechat-world.ts';

/** What WeChat does not have, or does not let bots do. */
const lacks: readonly Lack[] = [
  // Several photos are several messages.
  'albums',
  'edits',
  'reactions',
  'botReactions',
  'botEdits',
  'buttons',
  'polls',
  // A group may get another id by a new login, which is found out without being told.
  'upgrade',
  // It restricts accounts that are too fast, and does not say for how long.
  'askToWait',
];

let database: TestDatabase;
let gateway: Gateway;
beforeAll(async () => {
  database = await createTestDatabase();
  gateway = await startGateway();
}, 60_000);
afterAll(async () => {
  await gateway.stop();
  await database.drop();
});

describeChannel(
  'wechat, with the puppet in the same process and quotes as text',
  () => {
    const world = new WechatWorld();
    return startWechatHarness(database.db, world, openInProcess(world), { quotes: 'text' });
  },
  lacks,
);

describeChannel(
  'wechat, through a gateway in another process and with quotes as XML',
  async () => startWechatHarness(database.db, gateway.world, await openOverNetwork(gateway), { quotes: 'appmsg' }),
  lacks,
);
