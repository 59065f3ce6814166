import type { Logger } from 'pino';
import type { Capabilities, Channel, Pace } from '../../core/channel/channel.ts';
import type { DeliveryFailure, DeliveryOutcome, OutgoingMessage } from '../../core/channel/outgoing.ts';
import { createApi } from './api.ts';
import type { TelegramApi } from './api.ts';
import { failureOf, isUnknownReaction } from './failure.ts';
import { fetchTelegramFile } from './file.ts';
import { perform, UnaskableError } from './perform.ts';
import { planSteps, planWithoutReaction } from './plan.ts';
import type { Step } from './plan.ts';
import { Memory } from '../progress.ts';
import type { Self } from './translate/self.ts';

/** A Telegram account of ours: the sending half, and who the bot is there. */
export interface TelegramChannel extends Channel {
  readonly self: Self;
  /**
   * Whether the bot hears all talk in groups, or, with BotFather's group privacy on, only commands and replies wherever it
   * is no administrator. Source: https://core.telegram.org/bots/features#privacy-mode
   */
  readonly hearsGroups: boolean;
}

export interface TelegramChannelOptions {
  token: string;
  /** Another Bot API server than Telegram's own. */
  apiRoot?: string | undefined;
  log: Logger;
  /** How long a call may take; 30 seconds. */
  fetchTimeoutMs?: number | undefined;
}

/** Telegram would not say who we are, so that there is no account to speak from. */
export class TelegramAccountError extends Error {
  override readonly name = 'TelegramAccountError';
  readonly failure: DeliveryFailure;

  constructor(failure: DeliveryFailure, cause: unknown) {
    super(
      failure.kind === 'logged_out'
        ? 'Telegram does not accept the bot token: take the current one from @BotFather and set TELEGRAM_BOT_TOKEN'
        : `Telegram does not answer (${failure.reason}): check the network, and TELEGRAM_API_ROOT if it is set`,
      { cause },
    );
    this.failure = failure;
  }
}

const capabilities: Capabilities = {
  buttons: true,
  reactions: true,
  edits: true,
  polls: true,
  mentions: true,
  // For 48 hours. (What people delete themselves is never told to bots.)
  recall: true,
  directChat: true,
  files: true,
  stableMessageIds: true,
};

/** https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this */
const pace: Pace = {
  perConversation: { count: 1, windowMs: 1_000 },
  perGroup: { count: 20, windowMs: 60_000 },
  perAccount: { count: 30, windowMs: 1_000 },
};

/**
 * Opens the account that the token stands for. Any number of processes may hold it.
 * @throws TelegramAccountError when Telegram does not accept the token, or does not answer.
 */
export async function createTelegramChannel(options: TelegramChannelOptions): Promise<TelegramChannel> {
  const api = createApi(options);
  const { hearsGroups, ...self } = await whoAmI(api);
  const account = String(self.id);
  const log = options.log.child({ channel: 'telegram', account });
  const memory = new Memory();

  async function speak(message: OutgoingMessage): Promise<DeliveryOutcome> {
    if (!/^-?\d{1,16}$/.test(message.conversationId))
      return failed({ kind: 'unreachable', reason: 'no chat of Telegram' });
    const steps = planSteps(message);
    if (steps.length === 0) return failed({ kind: 'refused', reason: 'there is nothing to say' });
    try {
      return await carryOut(message, steps);
    } catch (error) {
      const spoken = isUnknownReaction(error) ? planWithoutReaction(message) : [];
      if (spoken.length === 0) return failed(failureFor(error));
      log.debug({ chat: message.conversationId }, 'the reaction is not allowed here, so it is said in words');
      return carryOut(message, spoken).catch((again: unknown) => failed(failureFor(again)));
    }
  }

  async function carryOut(message: OutgoingMessage, steps: readonly Step[]): Promise<DeliveryOutcome> {
    const progress = memory.progressOf(message.sendKey, steps);
    try {
      for (const [index, step] of steps.entries()) {
        if (index < progress.steps) continue;
        const { ids, pollId } = await perform(api, message, step, index === 0);
        progress.externalIds.push(...ids);
        if (pollId !== undefined) progress.pollId = pollId;
        progress.steps = index + 1;
      }
    } finally {
      memory.keep(message.sendKey, progress);
    }
    const { externalIds, pollId } = progress;
    return { kind: 'sent', externalIds: [...externalIds], ...(pollId === undefined ? {} : { pollId }) };
  }

  async function leave(conversationExternalId: string): Promise<DeliveryOutcome> {
    try {
      await api.call('leaveChat', { chat_id: Number(conversationExternalId) });
      return { kind: 'sent', externalIds: [] };
    } catch (error) {
      return failed(failureFor(error));
    }
  }

  return {
    name: 'telegram',
    account,
    self,
    hearsGroups,
    capabilities,
    pace,
    // Of an album every picture counts.
    countOf: (message) =>
      Math.max(
        1,
        planSteps(message).reduce((sum, step) => sum + (step.kind === 'album' ? step.files.length : 1), 0),
      ),
    // Core stops waiting for a message while its calls may still run on, and asks again.
    send: (message) => memory.once(message.sendKey, () => speak(message)),
    leave,
    fetchFile: (ref) => fetchTelegramFile(api, ref, options.fetchTimeoutMs),
  };
}

async function whoAmI(api: TelegramApi): Promise<Self & { hearsGroups: boolean }> {
  try {
    const { id, username, can_read_all_group_messages: hearsGroups } = await api.call('getMe', {});
    return { id, username, hearsGroups };
  } catch (error) {
    const failure = failureOf(error);
    throw failure ? new TelegramAccountError(failure, error) : error;
  }
}

const failed = (failure: DeliveryFailure): DeliveryOutcome => ({ kind: 'failed', failure });

/** @throws the error itself when it is none of Telegram's answers. */
function failureFor(error: unknown): DeliveryFailure {
  if (error instanceof UnaskableError) return { kind: 'refused', reason: error.message };
  const failure = failureOf(error);
  if (!failure) throw error;
  return failure;
}
