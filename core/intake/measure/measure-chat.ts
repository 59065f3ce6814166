import type { RememberedMatter } from '../memory.ts';
import type { NamedChat } from '../model/read-training.ts';
import { replayChat } from '../replay/replay-chat.ts';
import type { Understand } from '../understanding.ts';
import { type PredictedTicket, type Score, scoreChat } from './score.ts';

/** What was made of a labelled chat, beside what a careful clerk made of it. */
export interface MeasuredChat extends Score {
  chat: NamedChat;
  /** By which it was understood. */
  understands: Understand;
  /** By the message that opens a ticket: the later one that showed it to be one. Only where it was not the message itself. */
  shownBy: ReadonlyMap<string, string>;
}

const predictedFrom = ({ told, reporterIds, ...matter }: RememberedMatter): PredictedTicket => ({
  ...matter,
  messages: told,
  reporters: reporterIds,
});

/** Replays a chat as the bots would have heard it, and compares the tickets with its labels. Pure. */
export function measureChat(chat: NamedChat, understands: Understand): MeasuredChat {
  const shownBy = new Map<string, string>();
  const tickets = replayChat(chat.messages, chat.setting, (message, context) => {
    const understood = understands(message, context);
    for (const act of understood.acts) if (act.kind === 'late_report') shownBy.set(act.messageId, message.id);
    return understood;
  });
  return { chat, understands, shownBy, ...scoreChat(chat.labels, chat.messages.length, tickets.map(predictedFrom)) };
}
