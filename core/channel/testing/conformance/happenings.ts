import { describe, expect, it } from 'vitest';
import type { Harness, Lack } from '../driver.ts';
import { idsOf, Stage } from './stage.ts';

/** What people do besides talking. */
export function describeHappenings(make: () => Promise<Harness>, lacks: readonly Lack[]): void {
  describe('what people do besides', () => {
    const stage = new Stage(make, lacks);

    it.skipIf(stage.lacks('buttons'))('a press on a button says which, under which message, and by whom', async () => {
      const { inbox } = await stage.listen();
      const { group, people } = await stage.group('客服群', '客服小赵');
      const choices = [[{ id: 't:A7K:take', label: '接单' }], [{ id: 't:A7K:no', label: '不是工单' }]];
      const [id] = await stage.say(group, { text: '新工单 A7K', choices });
      await stage.driver.press!(people[0]!, group, id!, '不是工单');
      expect(await inbox.next('button')).toMatchObject({
        conversation: { externalId: group.externalId },
        sender: { externalId: people[0]!.externalId, name: '客服小赵' },
        messageId: id,
        choiceId: 't:A7K:no',
      });
    });

    it.skipIf(stage.lacks('buttons'))('two presses on one button are two events', async () => {
      const { inbox } = await stage.listen();
      const { group, people } = await stage.group('客服群', '小赵', '小钱');
      const [id] = await stage.say(group, { text: '新工单', choices: [[{ id: 'take', label: '接单' }]] });
      await stage.driver.press!(people[0]!, group, id!, '接单');
      await stage.driver.press!(people[1]!, group, id!, '接单');
      const [one, two] = await Promise.all(
        people.map((person) => inbox.next('button', (event) => event.sender.externalId === person.externalId)),
      );
      expect(one!.key).not.toBe(two!.key);
    });

    it.skipIf(stage.lacks('reactions'))(
      'a reaction says which, on which message, and when it is taken back',
      async () => {
        const { inbox } = await stage.listen();
        const { group, people } = await stage.group('居民群', '老李');
        const [id] = await stage.say(group, { text: '明天停水' });
        await stage.driver.react!(people[0]!, group, id!, ['👍']);
        const given = await inbox.next('reaction', (event) => event.emoji.length > 0);
        expect(given).toMatchObject({ messageId: id, emoji: ['👍'], sender: { externalId: people[0]!.externalId } });
        await stage.driver.react!(people[0]!, group, id!, []);
        expect(await inbox.next('reaction', (event) => event.emoji.length === 0)).toMatchObject({ messageId: id });
      },
    );

    it.skipIf(stage.lacks('polls'))('an answer to a poll says which, by whom, and when it is taken back', async () => {
      const { inbox } = await stage.listen();
      const { group, people } = await stage.group('居民群', '老李');
      const poll = { question: '办哪个活动？', options: ['包粽子', '看电影', '运动会'], several: true };
      const outcome = await stage.send(group, { text: '办哪个活动？', poll });
      const id = idsOf(outcome).at(-1)!;
      const pollId = outcome.kind === 'sent' ? outcome.pollId : undefined;
      const sender = { externalId: people[0]!.externalId, name: '老李' };
      await stage.driver.vote!(people[0]!, group, id, [0, 2]);
      const given = await inbox.next('poll_answer', (event) => event.options.length > 0);
      expect(given).toMatchObject({ pollId, options: [0, 2], sender });
      await stage.driver.vote!(people[0]!, group, id, []);
      const taken = await inbox.next('poll_answer', (event) => event.options.length === 0);
      expect(taken).toMatchObject({ pollId, sender });
      expect(taken.key).not.toBe(given.key);
    });

    it.skipIf(stage.lacks('addBot'))('adding the bot to a group says by whom', async () => {
      const { inbox } = await stage.listen();
      const { group, people } = await stage.group('居民群', '经理');
      await stage.driver.removeBot!(group, people[0]!);
      await inbox.next('bot_removed');
      await stage.driver.addBot!(group, people[0]!);
      expect(await inbox.next('bot_added')).toMatchObject({
        conversation: { externalId: group.externalId, kind: 'group', title: '居民群' },
        by: { externalId: people[0]!.externalId },
      });
    });

    it.skipIf(stage.lacks('removeBot'))('removing the bot from a group is told once', async () => {
      const { inbox } = await stage.listen();
      const { group, people } = await stage.group('居民群', '经理');
      const { group: other } = await stage.group('客服群');
      await stage.driver.join(people[0]!, other);
      await stage.driver.removeBot!(group, people[0]!);
      expect(await inbox.next('bot_removed')).toMatchObject({ conversation: { externalId: group.externalId } });
      await stage.driver.say(people[0]!, other, { text: '后来' });
      await inbox.next('message');
      expect(inbox.events.map((event) => event.type)).toEqual(['bot_removed', 'message']);
    });

    it.skipIf(stage.lacks('rename'))('a new name of a group', async () => {
      const { inbox } = await stage.listen();
      const { group, people } = await stage.group('旧名', '经理');
      await stage.driver.rename!(group, people[0]!, '新名');
      expect(await inbox.next('group_renamed')).toMatchObject({
        conversation: { externalId: group.externalId },
        name: '新名',
      });
    });

    it.skipIf(stage.lacks('upgrade'))(
      'a group that moves to another id is told of before anything is said there',
      async () => {
        const { inbox } = await stage.listen();
        const { group, people } = await stage.group('居民群', '老李');
        const newId = await stage.driver.upgrade!(group);
        await stage.driver.say(people[0]!, { externalId: newId }, { text: '还在吗' });
        const message = await inbox.next('message');
        expect(message.conversation.externalId).toBe(newId);
        expect(inbox.events.map((event) => event.type)).toEqual(['group_upgraded', 'message']);
        expect(inbox.events[0]).toMatchObject({
          type: 'group_upgraded',
          conversation: { externalId: group.externalId },
          newExternalId: newId,
        });
      },
    );
  });
}
