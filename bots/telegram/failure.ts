import { TelegramError } from 'telegraf';
import type { DeliveryFailure } from '../../core/channel/outgoing.ts';

/** The place takes messages, but none of this kind. Where it takes no words either, there is nothing to be said. */
const notThisKind = /CHAT_SEND_(?!PLAIN_)\w+_FORBIDDEN|not enough rights to send (?!text messages).+ to the chat/i;

/**
 * What Telegram's refusals mean. The Bot API tells them apart only by code and wording, so the wording is read here and
 * nowhere else. Sources: https://core.telegram.org/api/errors and the texts in tdlib/telegram-bot-api (Client.cpp,
 * `fail_query_with_error`), which are the ones that bots see.
 */
const wordings: readonly { code: number; wording: RegExp; kind: 'unreachable' | 'not_a_member' | 'refused' }[] = [
  // A group may forbid photos, or files, and still take words.
  { code: 400, wording: notThisKind, kind: 'refused' },
  { code: 403, wording: notThisKind, kind: 'refused' },
  {
    code: 403,
    wording: /blocked by the user|user is deactivated|can't initiate conversation|to bots/i,
    kind: 'unreachable',
  },
  { code: 403, wording: /chat was deleted/i, kind: 'unreachable' },
  {
    code: 400,
    wording:
      /chat not found|user not found|PEER_ID_INVALID|USER_DEACTIVATED|chat was deactivated|INPUT_USER_DEACTIVATED/i,
    kind: 'unreachable',
  },
  {
    code: 400,
    wording:
      /not enough rights|no rights|need administrator rights|CHAT_WRITE_FORBIDDEN|CHAT_ADMIN_REQUIRED|CHAT_RESTRICTED|CHAT_SEND_PLAIN_FORBIDDEN|not a member|TOPIC_CLOSED/i,
    kind: 'not_a_member',
  },
];

/** When Telegram asks to wait without saying how long. */
const DEFAULT_WAIT_MS = 5_000;

/** What a failed call to the Bot API means for a message; null when the error is not the platform's but ours. */
export function failureOf(error: unknown): DeliveryFailure | null {
  if (error instanceof TelegramError) return refusal(error);
  if (error instanceof Error && (error.name === 'FetchError' || error.name === 'AbortError')) {
    return { kind: 'platform_down', reason: networkReason(error) };
  }
  return null;
}

function refusal(error: TelegramError): DeliveryFailure {
  const { code, description: reason, parameters } = error;
  if (parameters && 'migrate_to_chat_id' in parameters && parameters.migrate_to_chat_id !== undefined) {
    return { kind: 'upgraded', reason, newExternalId: String(parameters.migrate_to_chat_id) };
  }
  if (code === 429) {
    const seconds = parameters && 'retry_after' in parameters ? parameters.retry_after : undefined;
    return { kind: 'must_wait', reason, waitMs: seconds === undefined ? DEFAULT_WAIT_MS : seconds * 1_000 };
  }
  // A token of the wrong form is answered with 404 instead of 401.
  if (code === 401 || code === 404) return { kind: 'logged_out', reason };
  // 409: another process listens; sending is not touched by it, but a proxy may answer so while it is moved.
  if (code >= 500 || code === 409) return { kind: 'platform_down', reason };
  const known = wordings.find((row) => row.code === code && row.wording.test(reason));
  if (known) return { kind: known.kind, reason };
  // Whatever else is forbidden is about the place, not about the message.
  if (code === 403) return { kind: 'not_a_member', reason };
  return { kind: 'refused', reason };
}

function networkReason(error: Error): string {
  if (error.name === 'AbortError') return 'no answer in time';
  return 'code' in error && typeof error.code === 'string' ? error.code : 'no readable answer';
}

export type EditTrouble = 'not_modified' | 'no_text';

/** Two refusals of an edit that are not failures: nothing was different, or the words are a caption. */
export function editTroubleOf(error: unknown): EditTrouble | null {
  if (!(error instanceof TelegramError) || error.code !== 400) return null;
  if (/message is not modified/i.test(error.description)) return 'not_modified';
  if (/there is no text in the message to edit/i.test(error.description)) return 'no_text';
  return null;
}

/** The emoji is none of those that Telegram, or this group, allows as a reaction. */
export function isUnknownReaction(error: unknown): boolean {
  return error instanceof TelegramError && error.code === 400 && /REACTION_INVALID/i.test(error.description);
}

/** The message that was to be taken back is not there any more. */
export function isGone(error: unknown): boolean {
  return error instanceof TelegramError && error.code === 400 && /message to delete not found/i.test(error.description);
}
