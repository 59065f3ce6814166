import { type Analysis, analyse } from './analysis.ts';
import type { GroupContext, HeardMessage, KnownMatter } from './understanding.ts';

/** Another text in whose light a message is read: what it speaks of counts only together with what the message says. */
export interface Beside {
  /** What it is to the message, in words that name a feature. */
  as: string;
  of: Analysis;
}

/** What was said just before a message, and what it replies to, as far as anybody remembers. */
export function besideOf(message: HeardMessage, { recent }: GroupContext): Beside[] {
  const whose = ({ fromStaff, senderId }: HeardMessage): string =>
    fromStaff ? 'the staff' : senderId === message.senderId ? 'the same person' : 'another';
  const last = recent.at(-1);
  const meant = message.replyToId === null ? undefined : recent.find(({ id }) => id === message.replyToId);
  return [
    ...(last ? [{ as: `just before, of ${whose(last)}`, of: analyse(last.text) }] : []),
    ...(meant ? [{ as: `replied to, of ${whose(meant)}`, of: analyse(meant.text) }] : []),
  ];
}

/** What a known matter is about. */
export const ofMatter = ({ summary }: KnownMatter): Beside => ({ as: 'of the matter', of: analyse(summary) });
