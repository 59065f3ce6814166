import { describe, expect, it } from 'vitest';
import type { ChannelEventOf } from '../../event.ts';
import type { Harness, Lack } from '../driver.ts';
import { picture, Stage } from './stage.ts';

/** What people do reaches the inbox, in core's words. */
export function describeHearing(make: () => Promise<Harness>, lacks: readonly Lack[]): void {
  describe('what people say', () => {
    const stage = new Stage(make, lacks);

    it('reaches the inbox with who said it, where and when', async () => {
      const { inbox } = await stage.listen();
      const { group, people } = await stage.group('1号楼居民群', '陈阿姨');
      const [messageId] = await stage.driver.say(people[0]!, group, { text: '楼道灯坏了' });
      const event = await inbox.next('message');
      expect(event).toMatchObject({
        conversation: { externalId: group.externalId, kind: 'group', title: '1号楼居民群' },
        sender: { externalId: people[0]!.externalId, name: '陈阿姨', isBot: false },
        messageId,
        text: '楼道灯坏了',
        attachments: [],
        replyToId: null,
        albumKey: null,
        toBot: false,
        forwarded: false,
      });
      // Telegram counts whole seconds.
      expect(Math.abs(Date.now() - Date.parse(event.at))).toBeLessThan(60_000);
    });

    it.each([
      '水管 _*[爆]*_ 了 `快` <b>来</b> &amp; \\n ~',
      '第一行\n第二行\n\n第四行',
      '电梯🛗坏了👨‍👩‍👧',
      '/status 你好',
    ])('arrives as it was written: %j', async (text) => {
      const { inbox } = await stage.listen();
      const { group, people } = await stage.group('居民群', '老李');
      await stage.driver.say(people[0]!, group, { text });
      expect((await inbox.next('message')).text).toBe(text);
    });

    it('may be a photo without words, whose bytes can be fetched', async () => {
      const { inbox } = await stage.listen();
      const { group, people } = await stage.group('居民群', '老李');
      const photo = picture('漏水');
      await stage.driver.say(people[0]!, group, { photos: [photo] });
      const event = await inbox.next('message');
      expect(event.text).toBe('');
      expect(event.attachments).toMatchObject([{ kind: 'photo' }]);
      const bytes = await stage.channel.fetchFile(event.attachments[0]!.ref);
      expect(Buffer.from(bytes).equals(Buffer.from(photo))).toBe(true);
    });

    it('of a file that never was: fetching it fails', async () => {
      await expect(stage.channel.fetchFile('no-such-file')).rejects.toBeInstanceOf(Error);
    });

    it.skipIf(stage.lacks('albums'))('may be an album, which is known as one', async () => {
      const { inbox } = await stage.listen();
      const { group, people } = await stage.group('居民群', '老李');
      const photos = ['a', 'b', 'c'].map(picture);
      const ids = await stage.driver.say(people[0]!, group, { text: '三处漏水', photos });
      const events = await Promise.all(ids.map((id) => inbox.next('message', (event) => event.messageId === id)));
      expect(events.flatMap((event) => event.attachments)).toHaveLength(3);
      expect(events.map((event) => event.text).join('')).toBe('三处漏水');
      const albumKeys = new Set(events.map((event) => event.albumKey));
      expect(albumKeys.size).toBe(1);
      expect(events.length === 1 || !albumKeys.has(null)).toBe(true);
    });

    it('may be a reply, and names the message it replies to', async () => {
      const { inbox } = await stage.listen();
      const { group, people } = await stage.group('居民群', '老李', '小王');
      const [firstId] = await stage.driver.say(people[0]!, group, { text: '门禁坏了' });
      await stage.driver.say(people[1]!, group, { text: '我也进不去', replyToId: firstId! });
      const reply = await inbox.next('message', (event) => event.text === '我也进不去');
      expect(reply.replyToId).toBe(firstId);
    });

    it('may be a reply to the bot', async () => {
      const { inbox } = await stage.listen();
      const { group, people } = await stage.group('居民群', '老李');
      const [ourId] = await stage.say(group, { text: '已登记' });
      await stage.driver.say(people[0]!, group, { text: '谢谢', replyToId: ourId! });
      expect((await inbox.next('message', (event) => event.text === '谢谢')).replyToId).toBe(ourId);
    });

    it.skipIf(stage.lacks('edits'))('may be corrected, again and again, within one second', async () => {
      const { inbox } = await stage.listen();
      const { group, people } = await stage.group('居民群', '老李');
      const [id] = await stage.driver.say(people[0]!, group, { text: '3号楼停电' });
      await stage.driver.edit!(people[0]!, group, id!, '4号楼停电');
      await stage.driver.edit!(people[0]!, group, id!, '5号楼停电');
      const last = await inbox.next('edit', (event) => event.text === '5号楼停电');
      const edits = inbox.events.filter((event): event is ChannelEventOf<'edit'> => event.type === 'edit');
      expect(edits.map((event) => event.text)).toEqual(['4号楼停电', '5号楼停电']);
      expect(last).toMatchObject({ messageId: id, sender: { externalId: people[0]!.externalId } });
    });

    it.skipIf(stage.lacks('recall'))('may be taken back', async () => {
      const { inbox } = await stage.listen();
      const { group, people } = await stage.group('居民群', '老李');
      const [id] = await stage.driver.say(people[0]!, group, { text: '说错了' });
      await stage.driver.recall!(people[0]!, group, id!);
      expect(await inbox.next('recall')).toMatchObject({
        messageId: id,
        conversation: { externalId: group.externalId },
      });
    });

    it('is told apart when two persons have one name', async () => {
      const { inbox } = await stage.listen();
      const { group, people } = await stage.group('居民群', '王芳', '王芳');
      await stage.driver.say(people[0]!, group, { text: '一' });
      await stage.driver.say(people[1]!, group, { text: '二' });
      const [one, two] = [await inbox.next('message'), await inbox.next('message', (event) => event.text === '二')];
      expect([one.sender.name, two.sender.name]).toEqual(['王芳', '王芳']);
      expect([one.sender.externalId, two.sender.externalId]).toEqual(people.map((person) => person.externalId));
      expect(people[0]!.externalId).not.toBe(people[1]!.externalId);
    });

    it('is told apart when one person speaks in two groups', async () => {
      const { inbox } = await stage.listen();
      const { group: first, people } = await stage.group('1号楼', '老李');
      const { group: second } = await stage.group('2号楼');
      await stage.driver.join(people[0]!, second);
      await stage.driver.say(people[0]!, first, { text: '这里' });
      await stage.driver.say(people[0]!, second, { text: '那里' });
      const [here, there] = [
        await inbox.next('message', (event) => event.text === '这里'),
        await inbox.next('message', (event) => event.text === '那里'),
      ];
      expect([here.conversation.externalId, there.conversation.externalId]).toEqual([
        first.externalId,
        second.externalId,
      ]);
      expect(here.sender.externalId).toBe(there.sender.externalId);
    });

    it.skipIf(stage.lacks('direct'))('is to the bot in a direct chat', async () => {
      const { inbox } = await stage.listen();
      const person = await stage.driver.person('老李');
      const direct = await stage.driver.direct!(person);
      await stage.driver.say(person, direct, { text: '邻居太吵' });
      const event = await inbox.next('message', ({ text }) => text === '邻居太吵');
      expect(event).toMatchObject({
        conversation: { externalId: direct.externalId, kind: 'direct', title: '老李' },
        toBot: true,
      });
    });

    it.skipIf(stage.lacks('mention'))('is to the bot when the bot is addressed in a group', async () => {
      const { inbox } = await stage.listen();
      const { group, people } = await stage.group('居民群', '老李');
      const text = stage.driver.mention!('进度');
      await stage.driver.say(people[0]!, group, { text });
      const event = await inbox.next('message');
      expect(event.toBot).toBe(true);
      expect(event.text).toContain('进度');
    });
  });
}
