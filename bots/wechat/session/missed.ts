import type { payloads } from 'wechaty-puppet';
import { messageContent, saidAt } from './message-content.ts';
import type { MessageSource } from './message-content.ts';
import { within } from '../within.ts';

export interface HistorySource extends MessageSource {
  messageSearch(): Promise<string[]>;
}

export interface Missed {
  /** In the order in which they were said. */
  messages: payloads.Message[];
  /** All that the puppet has of that time could be had. */
  whole: boolean;
  /** Some of what it told of before is gone. */
  lost: boolean;
}

const AT_A_TIME = 8;

/**
 * The messages since `from` that the puppet still hands out and of which `known` says nothing. Most puppets hand out only
 * what they told in this very run, which is nothing after a new login. The platform counts in whole seconds, so the second of
 * `from` is looked through again. `untold` are ids that the puppet told before the gap, and that could not be asked for in time.
 */
export async function fetchMissed(
  source: HistorySource,
  from: Date,
  parts: Parameters<typeof messageContent>[2] & {
    known: (messageId: string) => boolean;
    untold: readonly string[];
  },
): Promise<Missed> {
  const since = Math.floor(from.getTime() / 1_000) * 1_000;
  const ids = await within(parts.withinMs, () => source.messageSearch()).catch(() => null);
  const messages: payloads.Message[] = [];
  let whole = ids !== null;
  let lost = false;
  const untold = new Set(parts.untold);
  const wanted = [...new Set([...untold, ...(ids ?? [])])]
    .filter((id) => untold.has(id) || !parts.known(id))
    .toReversed();
  const fetchSome = async (): Promise<void> => {
    for (let id = wanted.pop(); id !== undefined; id = wanted.pop()) {
      const message = await messageContent(source, id, parts);
      if (!message) {
        whole = false;
        lost ||= untold.has(id);
      } else if (untold.has(id) || saidAt(message).getTime() >= since) messages.push(message);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, fetchSome));
  return { messages: messages.toSorted(inOrder), whole, lost };
}

function inOrder(one: payloads.Message, other: payloads.Message): number {
  const apart = saidAt(one).getTime() - saidAt(other).getTime();
  return apart !== 0 ? apart : one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}
