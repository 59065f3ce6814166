import { describe, expect, it } from 'vitest';
import type { Harness, Lack } from '../driver.ts';
import { failureOf, idsOf, outgoing, Stage } from './stage.ts';

/** A channel that cannot deliver says how it failed, and never throws for it. */
export function describeFailing(make: () => Promise<Harness>, lacks: readonly Lack[]): void {
  describe('what cannot be delivered', () => {
    const stage = new Stage(make, lacks);

    it('for want of such a chat: nobody is reached', async () => {
      const outcome = await stage.send({ externalId: 'no-such-chat' }, { text: '您好' });
      expect(failureOf(outcome).kind).toBe('unreachable');
    });

    it.skipIf(stage.lacks('removeBot'))('because the bot was removed from the group', async () => {
      const { group, people } = await stage.group('居民群', '经理');
      await stage.driver.removeBot!(group, people[0]!);
      expect(failureOf(await stage.send(group, { text: '您好' })).kind).toBe('not_a_member');
    });

    it('because the bot left the group itself', async () => {
      const { group } = await stage.group('居民群');
      expect((await stage.channel.leave(group.externalId)).kind).toBe('sent');
      expect(failureOf(await stage.send(group, { text: '您好' })).kind).toBe('not_a_member');
    });

    it.skipIf(stage.lacks('block'))('because the person does not want to hear from the bot', async () => {
      const person = await stage.driver.person('老李');
      const direct = await stage.driver.direct!(person);
      await stage.driver.block!(person);
      expect(failureOf(await stage.send(direct, { text: '您好' })).kind).toBe('unreachable');
    });

    it.skipIf(stage.lacks('askToWait'))(
      'yet, because the platform asks to wait: it says how long, and takes it afterwards',
      async () => {
        const { group } = await stage.group('居民群');
        const message = outgoing(group, { text: '您好' });
        await stage.driver.askToWait!(7_000);
        expect(await stage.channel.send(message)).toMatchObject({ failure: { kind: 'must_wait', waitMs: 7_000 } });
        expect(idsOf(await stage.channel.send(message))).toHaveLength(1);
        expect(await stage.seen(group)).toHaveLength(1);
      },
    );

    it.skipIf(stage.lacks('upgrade'))(
      'because the group has another id now: it says which, and delivers there',
      async () => {
        const { group, people } = await stage.group('居民群', '老李');
        const [oldMessage] = await stage.driver.say(people[0]!, group, { text: '停电了' });
        const newId = await stage.driver.upgrade!(group);
        const outcome = await stage.send(group, { text: '您好' });
        expect(failureOf(outcome)).toMatchObject({ kind: 'upgraded', newExternalId: newId });
        const moved = { externalId: newId };
        await stage.say(moved, { text: '已登记', replyToId: oldMessage! });
        expect(await stage.seen(moved)).toMatchObject([{ text: '已登记', replyToId: null }]);
      },
    );

    it.skipIf(stage.lacks('breakDown'))('because the platform is down', async () => {
      const { group } = await stage.group('居民群');
      await stage.driver.breakDown!();
      expect(failureOf(await stage.send(group, { text: '您好' })).kind).toBe('platform_down');
      expect(idsOf(await stage.send(group, { text: '您好' }))).toHaveLength(1);
    });

    it.skipIf(stage.lacks('logOut'))('because our account is not accepted any more', async () => {
      const { group } = await stage.group('居民群');
      await stage.driver.logOut!();
      expect(failureOf(await stage.send(group, { text: '您好' })).kind).toBe('logged_out');
    });
  });
}
