import { TelegramError } from 'telegraf';
import { describe, expect, it } from 'vitest';
import { failureOf } from './failure.ts';

const refusal = (
  error_code: number,
  description: string,
  parameters?: { retry_after: number } | { migrate_to_chat_id: number },
) => new TelegramError({ error_code, description, ...(parameters ? { parameters } : {}) });

describe('what Telegram answers, in words of the desk', () => {
  it.each([
    { code: 403, says: 'Forbidden: bot was blocked by the user', kind: 'unreachable' },
    { code: 403, says: 'Forbidden: user is deactivated', kind: 'unreachable' },
    { code: 403, says: "Forbidden: bot can't initiate conversation with a user", kind: 'unreachable' },
    { code: 403, says: 'Forbidden: the group chat was deleted', kind: 'unreachable' },
    { code: 400, says: 'Bad Request: chat not found', kind: 'unreachable' },
    { code: 400, says: 'Bad Request: PEER_ID_INVALID', kind: 'unreachable' },
    { code: 403, says: 'Forbidden: bot was kicked from the group chat', kind: 'not_a_member' },
    { code: 403, says: 'Forbidden: bot was kicked from the supergroup chat', kind: 'not_a_member' },
    { code: 403, says: 'Forbidden: bot is not a member of the supergroup chat', kind: 'not_a_member' },
    { code: 403, says: 'Forbidden: something new', kind: 'not_a_member' },
    { code: 400, says: 'Bad Request: not enough rights to send text messages to the chat', kind: 'not_a_member' },
    { code: 400, says: 'Bad Request: have no rights to send a message', kind: 'not_a_member' },
    { code: 400, says: 'Bad Request: CHAT_WRITE_FORBIDDEN', kind: 'not_a_member' },
    { code: 400, says: 'Bad Request: CHAT_SEND_PLAIN_FORBIDDEN', kind: 'not_a_member' },
    { code: 403, says: 'Forbidden: CHAT_SEND_PLAIN_FORBIDDEN', kind: 'not_a_member' },
    { code: 403, says: 'Forbidden: not enough rights to send text messages to the chat', kind: 'not_a_member' },
    { code: 400, says: 'Bad Request: CHAT_SEND_PHOTOS_FORBIDDEN', kind: 'refused' },
    { code: 403, says: 'Forbidden: CHAT_SEND_DOCS_FORBIDDEN', kind: 'refused' },
    { code: 400, says: 'Bad Request: not enough rights to send photos to the chat', kind: 'refused' },
    { code: 403, says: 'Forbidden: not enough rights to send voice messages to the chat', kind: 'refused' },
    { code: 400, says: "Bad Request: can't use file of type Document as Photo", kind: 'refused' },
    { code: 401, says: 'Unauthorized', kind: 'logged_out' },
    { code: 404, says: 'Not Found', kind: 'logged_out' },
    { code: 500, says: 'Internal Server Error', kind: 'platform_down' },
    { code: 502, says: 'Bad Gateway', kind: 'platform_down' },
    { code: 400, says: 'Bad Request: message is too long', kind: 'refused' },
    { code: 400, says: 'Bad Request: BUTTON_DATA_INVALID', kind: 'refused' },
    { code: 400, says: 'Bad Request: message to edit not found', kind: 'refused' },
    { code: 413, says: 'Request Entity Too Large', kind: 'refused' },
  ])('$code $says: $kind', ({ code, says, kind }) => {
    expect(failureOf(refusal(code, says))).toEqual({ kind, reason: says });
  });

  it('asks to wait for as long as it says', () => {
    const failure = failureOf(refusal(429, 'Too Many Requests: retry after 17', { retry_after: 17 }));
    expect(failure).toMatchObject({ kind: 'must_wait', waitMs: 17_000 });
  });

  it('asks to wait without saying how long', () => {
    expect(failureOf(refusal(429, 'Too Many Requests'))).toMatchObject({ kind: 'must_wait', waitMs: 5_000 });
  });

  it('names the new id of a group that was upgraded', () => {
    const error = refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: -1_001_234,
    });
    expect(failureOf(error)).toMatchObject({ kind: 'upgraded', newExternalId: '-1001234' });
  });

  it('is no answer of the platform when the fault is our own', () => {
    expect(failureOf(new TypeError('x is not a function'))).toBeNull();
  });
});
