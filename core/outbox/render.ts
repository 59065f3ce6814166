import type { Capabilities } from '../channel/channel.ts';
import type { Choice, OutgoingContent, OutgoingPoll } from '../channel/outgoing.ts';
import { numberedChoices, type SaidChoice } from './numbered.ts';

/** A word in the form in which one channel can show it. */
export interface Rendered {
  text: string;
  choices: Choice[][];
  /** The choices that stand in the text instead of under it, in their order. */
  said: SaidChoice[];
  attachmentIds: string[];
  /** What a picture of a QR code beside the text says. */
  qr: string | null;
  reaction: string | null;
  /** Asked as a poll; `choices` are for a platform that turns it away. */
  poll: OutgoingPoll | null;
}

/**
 * Puts what is meant into what the channel can show. Without buttons the choices are lines of words under the text
 * ({@link numberedChoices}), so that the reader can answer with the number. A reaction needs a channel that can react and a
 * message to react to; otherwise the text is said instead.
 */
export function render(content: OutgoingContent, can: Capabilities, isReply: boolean): Rendered {
  const bare = { choices: [], said: [], attachmentIds: [], qr: null, poll: null };
  if (content.reaction !== undefined && can.reactions && isReply) {
    return { ...bare, text: '', reaction: content.reaction };
  }
  const choices = content.choices ?? [];
  const inWords = can.buttons ? { lines: '', said: [] } : numberedChoices(choices, content.byLabel);
  return {
    text: [content.text, inWords.lines].filter((part) => part !== '').join('\n\n'),
    choices: can.buttons ? choices : [],
    said: inWords.said,
    attachmentIds: can.files ? (content.attachmentIds ?? []) : [],
    qr: can.files ? (content.qr ?? null) : null,
    reaction: null,
    poll: can.polls ? (content.poll ?? null) : null,
  };
}

/** The one line that an update of a card is where the card cannot be changed: words alone. */
export const renderBrief = (brief: string): Rendered => ({
  text: brief,
  choices: [],
  said: [],
  attachmentIds: [],
  qr: null,
  reaction: null,
  poll: null,
});

/** Whether there is anything to show at all. */
export const isEmpty = ({
  text,
  attachmentIds,
  qr,
  reaction,
  poll,
}: Pick<Rendered, 'text' | 'attachmentIds' | 'qr' | 'reaction' | 'poll'>): boolean =>
  text === '' && attachmentIds.length === 0 && qr === null && reaction === null && poll === null;
