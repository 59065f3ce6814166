import type { payloads } from 'wechaty-puppet';
import { messageContent, saidAt } from './message-content.ts';
import type { MessageSource } from './message-content.ts';
import { within } from './waiting.ts';

export interface HistorySource extends MessageSource {
  messageSearch(): Promise<string[]>;
}

export interface Missed {
  /** In the order in which they were said. */
  messages: payloads.Message[];
  /** All that the puppet has of that time could be had. */
  whole: boolean;
}

/**
 * The messages since `from` that the puppet still hands out and of which `known` says nothing. Most puppets hand out only
 * what they told in this very run, which is nothing after a new login. The platform counts in whole seconds, so the second of
 * `from` is looked through again.
 */
export async function fetchMissed(
  source: HistorySource,
  from: Date,
  parts: Parameters<typeof messageContent>[2] & { known: (messageId: string) => boolean },
): Promise<Missed> {
  const since = Math.floor(from.getTime() / 1_000) * 1_000;
  const ids = await within(parts.withinMs, source.messageSearch()).catch(() => null);
  const messages: payloads.Message[] = [];
  let whole = ids !== null;
  for (const id of ids ?? []) {
    if (parts.known(id)) continue;
    const message = await messageContent(source, id, parts);
    if (!message) whole = false;
    else if (saidAt(message).getTime() >= since) messages.push(message);
  }
  return { messages: messages.toSorted(inOrder), whole };
}

function inOrder(one: payloads.Message, other: payloads.Message): number {
  const apart = saidAt(one).getTime() - saidAt(other).getTime();
  return apart !== 0 ? apart : one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}
