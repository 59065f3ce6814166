import { describe, expect, it } from 'vitest';
import type { Capabilities } from '../../channel.ts';
import type { OutgoingFile } from '../../outgoing.ts';
import type { Harness, Lack } from '../driver.ts';
import { failureOf, idsOf, outgoing, picture, Stage } from './stage.ts';

/** What a channel claims, and what a driver must then be able to do. */
const claims: readonly { capability: keyof Capabilities; lack: Lack }[] = [
  { capability: 'buttons', lack: 'buttons' },
  { capability: 'reactions', lack: 'botReactions' },
  { capability: 'edits', lack: 'botEdits' },
  { capability: 'files', lack: 'files' },
  { capability: 'mentions', lack: 'mention' },
  { capability: 'recall', lack: 'botRecall' },
  { capability: 'polls', lack: 'polls' },
  { capability: 'directChat', lack: 'direct' },
];

/** What the desk says is seen by people as it was meant. */
export function describeSpeaking(make: () => Promise<Harness>, lacks: readonly Lack[]): void {
  describe('what the desk says', () => {
    const stage = new Stage(make, lacks);
    const photoFile = (mark: string, ref: string | null = null): OutgoingFile => ({
      kind: 'photo',
      fileName: `${mark}.png`,
      mimeType: 'image/png',
      ref,
      bytes: () =>
        ref === null ? Promise.resolve(picture(mark)) : Promise.reject(new Error('it is known by its ref')),
    });

    it('is claimed truly: what the channel says it can, can be tried here', () => {
      for (const { capability, lack } of claims) {
        expect({ capability, can: stage.channel.capabilities[capability] }).toEqual({
          capability,
          can: !stage.lacks(lack),
        });
      }
      const { perConversation, perGroup, perAccount } = stage.channel.pace;
      for (const { count, windowMs } of [perConversation, perGroup, perAccount]) {
        expect(Math.min(count, windowMs)).toBeGreaterThan(0);
      }
    });

    it.each(['已登记 _*[A7K]*_ `x` <b>粗</b> &amp; \\ ~|>#+-=.!', '第一行\n第二行', '您好👨‍👩‍👧'])(
      'is seen as it was written: %j',
      async (text) => {
        const { group } = await stage.group('居民群');
        const ids = await stage.say(group, { text });
        expect(await stage.seen(group)).toMatchObject([
          { messageId: ids[0], text, replyToId: null, buttons: [], files: 0 },
        ]);
      },
    );

    it('is seen in the order in which it was said', async () => {
      const { group } = await stage.group('居民群');
      for (const text of ['一', '二', '三']) await stage.say(group, { text });
      expect((await stage.seen(group)).map((message) => message.text)).toEqual(['一', '二', '三']);
    });

    it('can be a reply to somebody', async () => {
      const { group, people } = await stage.group('居民群', '老李');
      const [id] = await stage.driver.say(people[0]!, group, { text: '停电了' });
      await stage.say(group, { text: '已登记', replyToId: id! });
      expect(await stage.seen(group)).toMatchObject([{ text: '已登记', replyToId: id }]);
    });

    it('is said all the same when the message it replies to is gone', async () => {
      const { group, people } = await stage.group('居民群', '老李');
      const [id] = await stage.driver.say(people[0]!, group, { text: '停电了' });
      await stage.driver.vanish(group, id!);
      await stage.say(group, { text: '已登记', replyToId: id! });
      expect(await stage.seen(group)).toMatchObject([{ text: '已登记', replyToId: null }]);
    });

    it('is seen whole when it is very long, and every part is known by its id', async () => {
      const { group } = await stage.group('居民群');
      const lines = Array.from(
        { length: 400 },
        (_, index) => `第${index + 1}条：本周公共收入与支出的说明，请各位业主查阅。`,
      );
      const ids = await stage.say(group, { text: lines.join('\n') });
      const seen = await stage.seen(group);
      expect(seen.map((message) => message.messageId)).toEqual(ids);
      expect(
        seen
          .map((message) => message.text)
          .join('\n')
          .split('\n'),
      ).toEqual(lines);
    });

    it.skipIf(stage.lacks('buttons'))('carries its choices as buttons, also below a long text', async () => {
      const { group } = await stage.group('客服群');
      const choices = [
        [
          { id: 'take', label: '接单' },
          { id: 'ask', label: '追问' },
        ],
        [{ id: `x:${'9'.repeat(58)}`, label: '转交' }],
      ];
      await stage.say(group, { text: '短', choices });
      await stage.say(group, { text: `${'长'.repeat(3_000)}\n${'文'.repeat(3_000)}`, choices });
      const seen = await stage.seen(group);
      expect(seen[0]?.buttons).toEqual([['接单', '追问'], ['转交']]);
      expect(seen.at(-1)?.buttons).toEqual([['接单', '追问'], ['转交']]);
      expect(seen.slice(1, -1).every((message) => message.buttons.length === 0)).toBe(true);
    });

    it.skipIf(stage.lacks('botEdits'))('can be changed afterwards', async () => {
      const { group } = await stage.group('客服群');
      const [id] = await stage.say(group, { text: '新工单' });
      expect(await stage.say(group, { text: '已接单：小赵', editId: id! })).toEqual([id]);
      expect(await stage.say(group, { text: '已接单：小赵', editId: id! })).toEqual([id]);
      expect(await stage.seen(group)).toMatchObject([{ messageId: id, text: '已接单：小赵' }]);
    });

    it.skipIf(stage.lacks('botEdits'))('cannot be changed any more when it is gone', async () => {
      const { group } = await stage.group('客服群');
      const [id] = await stage.say(group, { text: '新工单' });
      await stage.driver.vanish(group, id!);
      expect(failureOf(await stage.send(group, { text: '已接单', editId: id! })).kind).toBe('refused');
    });

    it.skipIf(stage.lacks('botRecall'))('can be taken back, all parts of it, and nothing else', async () => {
      const { group } = await stage.group('居民群');
      await stage.say(group, { text: '之前' });
      const long = Array.from({ length: 400 }, (_, index) => `第${index + 1}条：今晚停水，请各位业主储水备用，谢谢。`);
      const recallIds = await stage.say(group, { text: long.join('\n') });
      await stage.say(group, { text: '之后' });
      expect(await stage.say(group, { text: '停水通知已撤回', recallIds })).toEqual([]);
      expect((await stage.seen(group)).map((message) => message.text)).toEqual(['之前', '之后']);
    });

    it.skipIf(stage.lacks('botRecall'))('can be taken back twice, which changes nothing', async () => {
      const { group } = await stage.group('居民群');
      const recallIds = await stage.say(group, { text: '今晚停水' });
      const message = outgoing(group, { recallIds });
      expect(idsOf(await stage.channel.send(message))).toEqual([]);
      expect(idsOf(await stage.channel.send(message))).toEqual([]);
      expect(await stage.seen(group)).toEqual([]);
    });

    it.skipIf(stage.lacks('botRecall'))('cannot be taken back where it is somebody else’s', async () => {
      const { group, people } = await stage.group('居民群', '老李');
      const recallIds = await stage.driver.say(people[0]!, group, { text: '停电了' });
      const elsewhere = await stage.group('客服群');
      expect(failureOf(await stage.send(elsewhere.group, { recallIds })).kind).toBe('refused');
    });

    it.skipIf(stage.lacks('polls'))('can be a poll, below its words', async () => {
      const { group } = await stage.group('居民群');
      const poll = { question: '最需要改进的是？', options: ['保洁', '安保', '维修'], several: true };
      const choices = [[{ id: 'a', label: '保洁' }]];
      const outcome = await stage.send(group, { text: '周六前请选一选。\n\n最需要改进的是？', choices, poll });
      const ids = idsOf(outcome);
      expect(outcome).toMatchObject({ pollId: expect.stringMatching(/./) as string });
      const seen = await stage.seen(group);
      expect(seen.map(({ messageId }) => messageId)).toEqual(ids);
      expect(seen).toMatchObject([
        { text: '周六前请选一选。', buttons: [] },
        { buttons: [], poll },
      ]);
    });

    it.skipIf(stage.lacks('files'))('can carry photos, new ones and ones that are known already', async () => {
      const { inbox } = await stage.listen();
      const { group, people } = await stage.group('居民群', '老李');
      await stage.driver.say(people[0]!, group, { photos: [picture('漏水')] });
      const ref = (await inbox.next('message')).attachments[0]!.ref;
      await stage.say(group, { text: '一张', files: [photoFile('甲')] });
      await stage.say(group, { text: '旧的', files: [photoFile('漏水', ref)] });
      await stage.say(group, { text: '两张', files: [photoFile('乙'), photoFile('丙')] });
      await stage.say(group, { files: [photoFile('丁')] });
      const seen = await stage.seen(group);
      expect(seen.map((message) => message.text).filter(Boolean)).toEqual(['一张', '旧的', '两张']);
      expect(seen.reduce((files, message) => files + message.files, 0)).toBe(5);
    });

    it.skipIf(stage.lacks('files'))('can carry a photo in a reply', async () => {
      const { group, people } = await stage.group('居民群', '老李');
      const [id] = await stage.driver.say(people[0]!, group, { text: '修好了吗' });
      await stage.say(group, { text: '修好了', files: [photoFile('修好')], replyToId: id! });
      expect((await stage.seen(group))[0]).toMatchObject({ replyToId: id, files: 1 });
    });

    it.skipIf(stage.lacks('botReactions'))('can be only a reaction', async () => {
      const { group, people } = await stage.group('居民群', '老李');
      const [id] = await stage.driver.say(people[0]!, group, { text: '停电了' });
      expect(await stage.say(group, { text: '收到', replyToId: id!, reaction: '👌' })).toEqual([]);
      expect(await stage.driver.botReactions!(group, id!)).toEqual(['👌']);
      expect(await stage.seen(group)).toEqual([]);
    });

    it.skipIf(stage.lacks('dedupe'))('is said once, however often the same message is tried', async () => {
      const { group } = await stage.group('居民群');
      const message = outgoing(group, { text: '已登记' });
      const first = idsOf(await stage.channel.send(message));
      expect(idsOf(await stage.channel.send(message))).toEqual(first);
      expect(await stage.seen(group)).toHaveLength(1);
    });

    it.skipIf(stage.lacks('direct'))('reaches a person in the direct chat', async () => {
      const person = await stage.driver.person('老李');
      const direct = await stage.driver.direct!(person);
      await stage.say(direct, { text: '您的工单有进展' });
      expect((await stage.seen(direct)).at(-1)?.text).toBe('您的工单有进展');
    });

    it('is refused when there is nothing to say', async () => {
      const { group } = await stage.group('居民群');
      expect(failureOf(await stage.send(group, { text: '' })).kind).toBe('refused');
    });
  });
}
