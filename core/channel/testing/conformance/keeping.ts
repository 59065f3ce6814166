import { describe, expect, it } from 'vitest';
import type { ChannelEventOf } from '../../event.ts';
import type { Harness, Lack } from '../driver.ts';
import { RecordingInbox } from '../recording-inbox.ts';
import { Stage } from './stage.ts';

/** Nothing is lost, nothing is told as new twice, nothing overtakes (law 1). */
export function describeKeeping(make: () => Promise<Harness>, lacks: readonly Lack[]): void {
  describe('what is told to the inbox', () => {
    const stage = new Stage(make, lacks);
    const textsOf = (inbox: RecordingInbox): string[] =>
      inbox.events
        .filter((event): event is ChannelEventOf<'message'> => event.type === 'message')
        .map((event) => event.text);

    it('has the same key when the platform delivers it twice', async () => {
      const { inbox } = await stage.listen();
      const { group, people } = await stage.group('居民群', '老李');
      await stage.driver.say(people[0]!, group, { text: '停电了' });
      await inbox.next('message');
      await stage.driver.redeliver();
      await inbox.untilHandedOver(2);
      expect(inbox.handedOver[1]).toEqual(inbox.handedOver[0]);
      expect(inbox.events).toHaveLength(1);
    });

    it('is delivered again until it could be stored', async () => {
      const inbox = new RecordingInbox();
      inbox.failNext(2);
      await stage.listen(inbox);
      const { group, people } = await stage.group('居民群', '老李');
      await stage.driver.say(people[0]!, group, { text: '停电了' });
      await inbox.next('message');
      expect(inbox.handedOver).toHaveLength(3);
      expect(textsOf(inbox)).toEqual(['停电了']);
    });

    it('keeps its order in a conversation, and nothing overtakes while it is being stored', async () => {
      const { inbox } = await stage.listen();
      const { group, people } = await stage.group('居民群', '老李', '小王');
      const texts = Array.from({ length: 12 }, (_, index) => `第${index + 1}句`);
      for (const [index, text] of texts.entries()) await stage.driver.say(people[index % 2]!, group, { text });
      await inbox.next('message', (event) => event.text === texts.at(-1));
      expect(textsOf(inbox)).toEqual(texts);
      expect([...inbox.overtaken]).toEqual([]);
    });

    it('keeps its order in a conversation when some of it could not be stored at first', async () => {
      const inbox = new RecordingInbox();
      inbox.failNext(3);
      await stage.listen(inbox);
      const { group, people } = await stage.group('居民群', '老李');
      const texts = ['一', '二', '三', '四', '五'];
      for (const text of texts) await stage.driver.say(people[0]!, group, { text });
      await inbox.next('message', (event) => event.text === '五');
      expect(textsOf(inbox)).toEqual(texts);
    });

    it('waits while no bot listens', async () => {
      const { group, people } = await stage.group('居民群', '老李');
      await stage.driver.say(people[0]!, group, { text: '夜里停电' });
      const { inbox } = await stage.listen();
      expect((await inbox.next('message')).text).toBe('夜里停电');
    });

    it('ends when the bot is stopped; what is said afterwards is heard by the next one', async () => {
      const { bot, inbox } = await stage.listen();
      const { group, people } = await stage.group('居民群', '老李');
      await stage.driver.say(people[0]!, group, { text: '之前' });
      await inbox.next('message');
      await bot.stop();
      await stage.driver.say(people[0]!, group, { text: '之后' });
      const { inbox: nextInbox } = await stage.listen();
      await nextInbox.next('message', (event) => event.text === '之后');
      expect(textsOf(inbox)).toEqual(['之前']);
    });

    it('does not hold up stopping, even when storing never ends', async () => {
      const inbox = new RecordingInbox();
      inbox.getStuck();
      const { bot } = await stage.listen(inbox);
      const { group, people } = await stage.group('居民群', '老李');
      await stage.driver.say(people[0]!, group, { text: '停电了' });
      await inbox.untilHandedOver(1);
      await bot.stop();
      const { inbox: nextInbox } = await stage.listen();
      expect((await nextInbox.next('message')).text).toBe('停电了');
    });
  });
}
