import { describe, expect, it } from 'vitest';
import { failureOf, FREQUENCY_WAIT_MS } from './failure.ts';
import { CallTimeout } from '../within.ts';

const grpc = (code: number, message: string): Error => Object.assign(new Error(message), { code });

describe('what a puppet says against a message', () => {
  it.each([
    {
      told: 'the gateway is away',
      error: grpc(14, '14 UNAVAILABLE: No connection established'),
      kind: 'platform_down',
    },
    {
      told: 'the gateway is too slow',
      error: grpc(4, '4 DEADLINE_EXCEEDED: Deadline exceeded after 9s'),
      kind: 'platform_down',
    },
    { told: 'nobody answers', error: new CallTimeout('no answer within 20000 ms'), kind: 'platform_down' },
    { told: 'something broke', error: new Error('internal error'), kind: 'platform_down' },
    { told: 'it is no error at all', error: 'what', kind: 'platform_down' },
    { told: 'the token is wrong', error: grpc(16, '16 UNAUTHENTICATED: Invalid token'), kind: 'logged_out' },
    { told: 'nobody is logged in', error: grpc(2, '2 UNKNOWN: not logged in'), kind: 'logged_out' },
    { told: 'web WeChat ended the session', error: new Error('webWxSendMsg ret: 1101'), kind: 'logged_out' },
    { told: 'we are not in the group', error: new Error('not a member of 4711@chatroom'), kind: 'not_a_member' },
    { told: 'we were put out of the group', error: new Error('你已被移出群聊'), kind: 'not_a_member' },
    { told: 'they are no friend', error: new Error('对方开启了朋友验证，你还不是他（她）朋友'), kind: 'unreachable' },
    { told: 'they do not want to hear from us', error: new Error('消息已发出，但被对方拒收了'), kind: 'unreachable' },
    { told: 'there is no such contact', error: new Error('no such contact or room: x'), kind: 'unreachable' },
    { told: 'the words are not allowed', error: new Error('内容违规'), kind: 'refused' },
    { told: 'the file is too large', error: new Error('file too large'), kind: 'refused' },
    { told: 'the puppet cannot do that', error: grpc(12, '12 UNIMPLEMENTED'), kind: 'refused' },
  ])('$told: $kind', ({ error, kind }) => {
    expect(failureOf(error).kind).toBe(kind);
  });

  it('that it goes too fast for WeChat: it rests for some minutes', () => {
    expect(failureOf(new Error('操作太频繁，请稍后再试'))).toMatchObject({
      kind: 'must_wait',
      waitMs: FREQUENCY_WAIT_MS,
      of: 'account',
    });
  });

  it('is cut where a puppet tells a whole story', () => {
    expect(failureOf(new Error('x'.repeat(5_000))).reason).toHaveLength(200);
  });
});
