import type { Capabilities, Channel, Pace, Quota } from '../../channel/channel.ts';
import type { DeliveryFailure, DeliveryOutcome, OutgoingMessage } from '../../channel/outgoing.ts';

/** What the platform does with the next message: fails so, or whatever the function says. */
export type Answer = DeliveryFailure | ((message: OutgoingMessage) => Promise<DeliveryOutcome>);

export interface ScriptedChannel extends Channel {
  /** Every message that was handed over, whatever became of it. */
  readonly handed: OutgoingMessage[];
  /** What the platform took, in its order. */
  readonly taken: OutgoingMessage[];
  /** The groups that were left, by the platform's id. */
  readonly left: string[];
  /** The answers to the next messages; when there are none left, everything is taken. */
  readonly answers: Answer[];
  /** Resolves when so many messages were taken. */
  takes(count: number): Promise<OutgoingMessage[]>;
}

export const FREE_PACE: Pace = {
  perConversation: { count: 1_000, windowMs: 1_000 },
  perGroup: { count: 1_000, windowMs: 1_000 },
  perAccount: { count: 1_000, windowMs: 1_000 },
};

/** A platform that does what it is told. The ids that it gives to messages are counted from 1. */
export function createScriptedChannel(
  options: {
    name?: string;
    account?: string;
    pace?: Pace;
    quota?: Quota;
    exclusive?: boolean;
    capabilities?: Partial<Capabilities>;
    /** The ids of the messages that one becomes here, when it becomes several. */
    sentAs?: (message: OutgoingMessage) => string[] | null;
  } = {},
): ScriptedChannel {
  const handed: OutgoingMessage[] = [];
  const taken: OutgoingMessage[] = [];
  const left: string[] = [];
  const answers: Answer[] = [];
  let waiting: { count: number; resolve: (messages: OutgoingMessage[]) => void }[] = [];

  const take = (message: OutgoingMessage): DeliveryOutcome => {
    taken.push(message);
    waiting = waiting.filter(({ count, resolve }) => {
      if (taken.length < count) return true;
      resolve([...taken]);
      return false;
    });
    if (message.reaction !== null || message.recallIds.length > 0) return { kind: 'sent', externalIds: [] };
    return { kind: 'sent', externalIds: options.sentAs?.(message) ?? [message.editId ?? `${taken.length}`] };
  };

  return {
    name: options.name ?? 'scripted',
    account: options.account ?? 'main',
    pace: options.pace ?? FREE_PACE,
    exclusive: options.exclusive ?? false,
    ...(options.quota ? { quota: options.quota } : {}),
    capabilities: {
      buttons: true,
      reactions: true,
      edits: true,
      polls: false,
      mentions: false,
      recall: false,
      directChat: true,
      files: true,
      stableMessageIds: true,
      ...options.capabilities,
    },
    handed,
    taken,
    left,
    answers,
    async send(message) {
      handed.push(message);
      const answer = answers.shift();
      if (typeof answer !== 'function') return answer ? { kind: 'failed', failure: answer } : take(message);
      const outcome = await answer(message);
      return outcome.kind === 'sent' ? take(message) : outcome;
    },
    fetchFile: (ref) => Promise.resolve(new TextEncoder().encode(`bytes of ${ref}`)),
    async leave(conversationExternalId) {
      left.push(conversationExternalId);
      return { kind: 'sent', externalIds: [] };
    },
    takes: (count) =>
      taken.length >= count
        ? Promise.resolve([...taken])
        : new Promise((resolve) => {
            waiting.push({ count, resolve });
          }),
  };
}
