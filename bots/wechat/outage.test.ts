import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idsOf, outgoing } from '../../core/channel/testing/conformance/stage.ts';
import { RecordingInbox } from '../../core/channel/testing/recording-inbox.ts';
import { createTestDatabase } from '../../core/testing/test-database.ts';
import type { TestDatabase } from '../../core/testing/test-database.ts';
import { startGateway } from './testing/gateway.ts';
import { openOverNetwork } from './testing/open-session.ts';
import { startWechatHarness } from './testing/wechat-harness.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

describe('a gateway that is killed in the middle of a conversation', () => {
  it('costs no message of ours its chance: nothing is given up, and it is said once when the gateway is back', async () => {
    const gateway = await startGateway();
    const { world } = gateway;
    const harness = await startWechatHarness(database.db, world, await openOverNetwork(gateway));
    const { channel, account } = harness;
    try {
      const inbox = new RecordingInbox();
      await account.bot.start(inbox);
      const li = await world.contact({ name: '老李' });
      const room = await world.room({ topic: '7号楼', members: [li] });
      await world.say({ from: li, in: room, text: '停水了' });
      await inbox.next('message');
      await gateway.kill();

      const message = outgoing({ externalId: room }, { text: '已登记' });
      const unknown = outgoing({ externalId: 'group-of-which-nothing-was-heard' }, { text: '您好' });
      const atOnce = await Promise.all([channel.send(message), channel.send(unknown)]);
      await harness.reported('logged_out');
      const later = await Promise.all([channel.send(message), channel.send(unknown)]);
      for (const outcome of [...atOnce, ...later]) {
        if (outcome.kind === 'sent') throw new Error('nothing can be sent through a dead gateway');
        expect(['platform_down', 'must_wait']).toContain(outcome.failure.kind);
      }

      await gateway.restart();
      await harness.reported('logged_in', 2);
      expect(idsOf(await channel.send(message))).toHaveLength(1);
      await world.say({ from: li, in: room, text: '来水了' });
      await inbox.next('message', (event) => event.text === '来水了');
      expect((await world.saidByBot(room)).map((said) => said.text)).toEqual(['已登记']);
      await account.bot.stop();
    } finally {
      await harness.close();
      await gateway.stop();
    }
  });
});
