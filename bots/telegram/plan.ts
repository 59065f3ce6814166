import type { Choice, OutgoingFile, OutgoingMessage, OutgoingPoll } from '../../core/channel/outgoing.ts';
import { splitText } from '../split-text.ts';
import { CAPTION_LIMIT, POLL_OPTION_LIMIT, POLL_QUESTION_LIMIT, TEXT_LIMIT } from './limits.ts';

/** One call to the Bot API. A message may need several: a long text, or files of several kinds. */
export type Step =
  | { kind: 'react'; emoji: string }
  | { kind: 'edit'; text: string; choices: Choice[][] }
  | { kind: 'text'; text: string; choices: Choice[][] }
  | { kind: 'file'; file: OutgoingFile; caption: string; choices: Choice[][] }
  | { kind: 'album'; files: OutgoingFile[]; caption: string }
  | { kind: 'poll'; poll: OutgoingPoll }
  | { kind: 'recall'; messageId: string };

/** https://core.telegram.org/bots/api#sendmediagroup: 2–10 items; documents only among themselves. */
const ALBUM_LIMIT = 10;

/**
 * The calls that say a message, in order; none when there is nothing to say. Files come first and words last, so that
 * the last message is always the one that carries the words and the choices. Words that fit stand under the file
 * itself. Editing changes words and choices only; words beyond the limit follow as new messages. A poll comes last; one that
 * Telegram would find too long is asked with buttons.
 */
export function planSteps(message: OutgoingMessage): Step[] {
  if (message.recallIds.length > 0) return message.recallIds.map((messageId) => ({ kind: 'recall', messageId }));
  if (message.poll !== null && fits(message.poll)) {
    const { poll, text } = message;
    return [
      ...planSteps({ ...message, text: withoutQuestion(text, poll), choices: [], poll: null }),
      { kind: 'poll', poll },
    ];
  }
  if (message.reaction !== null && message.replyToId !== null) return [{ kind: 'react', emoji: message.reaction }];
  if (message.editId !== null) return editSteps(message);
  const media = mediaSteps(message.files);
  const only = media.length === 1 ? media[0] : undefined;
  if (only && message.text.length <= CAPTION_LIMIT) {
    if (only.kind === 'file') return [{ ...only, caption: message.text, choices: message.choices }];
    if (message.choices.length === 0) return [{ ...only, caption: message.text }];
  }
  return [...media, ...textSteps(message.text, message.choices)];
}

/** The same message without its reaction, for a platform that would not show it. */
export function planWithoutReaction(message: OutgoingMessage): Step[] {
  return planSteps({ ...message, reaction: null });
}

const fits = ({ question, options }: OutgoingPoll): boolean =>
  question.length <= POLL_QUESTION_LIMIT && options.every((option) => option.length <= POLL_OPTION_LIMIT);

function withoutQuestion(text: string, { question }: OutgoingPoll): string {
  return text.endsWith(question) ? text.slice(0, -question.length).trimEnd() : text;
}

function editSteps(message: OutgoingMessage): Step[] {
  const [first, ...rest] = splitText(message.text, TEXT_LIMIT);
  if (rest.length === 0) return [{ kind: 'edit', text: first ?? '', choices: message.choices }];
  return [{ kind: 'edit', text: first ?? '', choices: [] }, ...textSteps(rest.join('\n'), message.choices)];
}

function textSteps(text: string, choices: Choice[][]): Step[] {
  const parts = splitText(text, TEXT_LIMIT);
  return parts.map((part, index) => ({ kind: 'text', text: part, choices: index === parts.length - 1 ? choices : [] }));
}

type MediaStep = Extract<Step, { kind: 'file' | 'album' }>;

function mediaSteps(files: readonly OutgoingFile[]): MediaStep[] {
  const pictures = files.filter((file) => file.kind === 'photo' || file.kind === 'video');
  const documents = files.filter((file) => file.kind === 'file');
  const voices = files.filter((file) => file.kind === 'voice');
  return [...albums(pictures), ...albums(documents), ...voices.map(single)];
}

function albums(files: readonly OutgoingFile[]): MediaStep[] {
  const steps: MediaStep[] = [];
  for (let at = 0; at < files.length; at += ALBUM_LIMIT) {
    const some = files.slice(at, at + ALBUM_LIMIT);
    const [first] = some;
    if (first && some.length === 1) steps.push(single(first));
    else steps.push({ kind: 'album', files: some, caption: '' });
  }
  return steps;
}

const single = (file: OutgoingFile): MediaStep => ({ kind: 'file', file, caption: '', choices: [] });
