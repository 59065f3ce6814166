import type { Capabilities } from '../channel/channel.ts';
import type { Choice, OutgoingContent } from '../channel/outgoing.ts';

/** A word in the form in which one channel can show it. */
export interface Rendered {
  text: string;
  choices: Choice[][];
  attachmentIds: string[];
  reaction: string | null;
}

/**
 * Puts what is meant into what the channel can show. Without buttons the choices are numbered lines under the text,
 * counted through all rows from 1, so that the reader can answer with the number. A reaction needs a channel that can
 * react and a message to react to; otherwise the text is said instead.
 */
export function render(content: OutgoingContent, can: Capabilities, isReply: boolean): Rendered {
  if (content.reaction !== undefined && can.reactions && isReply) {
    return { text: '', choices: [], attachmentIds: [], reaction: content.reaction };
  }
  const choices = content.choices ?? [];
  return {
    text: can.buttons ? content.text : withNumberedLines(content.text, choices.flat()),
    choices: can.buttons ? choices : [],
    attachmentIds: can.files ? (content.attachmentIds ?? []) : [],
    reaction: null,
  };
}

/** Whether there is anything to show at all. */
export const isEmpty = (rendered: Rendered): boolean =>
  rendered.text === '' && rendered.attachmentIds.length === 0 && rendered.reaction === null;

function withNumberedLines(text: string, choices: readonly Choice[]): string {
  if (choices.length === 0) return text;
  const lines = choices.map((choice, index) => `${index + 1}. ${choice.label}`).join('\n');
  return text === '' ? lines : `${text}\n\n${lines}`;
}
