import { describe, expect, it } from 'vitest';
import { outgoing } from './conformance/stage.ts';
import { FakeChannel } from './fake-channel.ts';

const place = { externalId: 'g1' };
const other = { externalId: 'g2' };

describe('the fake channel', () => {
  it('takes what it is asked to send, in order', async () => {
    const channel = new FakeChannel();
    expect(await channel.send(outgoing(place, { text: '一' }))).toEqual({ kind: 'sent', externalIds: ['sent-1'] });
    await channel.send(outgoing(other, { text: '二' }));
    await channel.send(outgoing(place, { text: '三', editId: 'sent-1' }));
    expect(channel.textsIn('g1')).toEqual(['一', '三']);
    expect(channel.taken.map((one) => one.externalIds)).toEqual([['sent-1'], ['sent-2'], ['sent-1']]);
  });

  it('answers as it was prepared, once', async () => {
    const channel = new FakeChannel();
    channel.prepare({ kind: 'must_wait', reason: 'slow', waitMs: 5 }, new Error('gone'));
    expect(await channel.send(outgoing(place, { text: '一' }))).toMatchObject({ failure: { kind: 'must_wait' } });
    await expect(channel.send(outgoing(place, { text: '一' }))).rejects.toThrow('gone');
    expect(await channel.send(outgoing(place, { text: '一' }))).toMatchObject({ kind: 'sent' });
    expect(channel.asked).toHaveLength(3);
  });

  it('refuses one conversation and serves the others', async () => {
    const channel = new FakeChannel();
    channel.refuseIn('g1', { kind: 'unreachable', reason: 'blocked' });
    expect(await channel.send(outgoing(place, { text: '一' }))).toMatchObject({ failure: { kind: 'unreachable' } });
    expect(await channel.send(outgoing(other, { text: '一' }))).toMatchObject({ kind: 'sent' });
    channel.refuseIn('g1', null);
    expect(await channel.send(outgoing(place, { text: '一' }))).toMatchObject({ kind: 'sent' });
  });

  it('can keep a message in the air', async () => {
    const channel = new FakeChannel();
    const letGo = channel.hold();
    const sending = channel.send(outgoing(place, { text: '一' }));
    await channel.untilAsked(1);
    expect(channel.taken).toEqual([]);
    letGo();
    await sending;
    expect((await channel.untilTaken((message) => message.text === '一')).externalIds).toEqual(['sent-1']);
  });

  it('does without what it is told to do without', async () => {
    const channel = new FakeChannel({ capabilities: { edits: false, reactions: false } });
    expect(channel.capabilities).toMatchObject({ edits: false, reactions: false, buttons: true });
    const outcome = await channel.send(outgoing(place, { text: '收到', reaction: '👌', replyToId: 'm1' }));
    expect(outcome).toEqual({ kind: 'sent', externalIds: ['sent-1'] });
  });
});
