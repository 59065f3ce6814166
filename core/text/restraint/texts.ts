import type { Purpose, Subject } from '../../../prisma/generated/enums.ts';
import type { PersonalKind } from '../redact-finder.ts';

/** What was or is held back in one group, of one thing. */
export interface HeldLine {
  /** The group; empty for a direct chat, of which only the kind is told. */
  group: string;
  /** What it was: `通知3 停水`, or the purpose in words. */
  what: string;
  deed: 'postponed' | 'merged' | 'dropped' | 'told_directly' | 'waits';
  /** quiet_hours, budget, hears_less, superseded, expired, or the word of the door or of the platform. */
  reason: string;
  /** In words; null where it does not wait. */
  until: string | null;
  /** So many alike. */
  times: number;
}

/** Where somebody writes to the bot alone. */
export interface WayToBot {
  channel: string;
  /** An address that opens the chat. */
  link: string | null;
  /** As people find it on its platform. */
  name: string | null;
}

/** What is held back, and why (P9a); private ways (P9b); a part of `Texts`. */
export interface RestraintTexts {
  /** What waited, one line each, and how to see the whole. */
  digest(lines: string[], asksReceipt: boolean): string;
  /** A button: the receipt of the digest's line of that number. */
  digestReceipt(number: number): string;
  /** Why something was not said at once: a word of the door. */
  heldReason(reason: string): string;
  /** What a word was about or for, where it has no number of its own. */
  heldWhat(subject: Subject | null, purpose: Purpose): string;
  /** `通知3`. */
  heldNumbered(subject: Subject, number: number): string;
  heldBack(view: {
    waiting: HeldLine[];
    today: HeldLine[];
    hearLess: { group: string; persons: number }[];
    more: number;
  }): string;
  heldNothing(): string;
  /** How many words are sent now that waited. */
  heldSent(words: number): string;
  heldUnknown(said: string): string;

  // To somebody who wants to hear less.
  /** `way`: how to open a direct chat, where there is none; empty where nothing is to be said about that. */
  hearsLess(hasDirectChat: boolean, way: string): string;
  hearsLessAlready(): string;
  hearsMore(): string;
  hearsMoreAlready(): string;

  // Private matters.
  /** How to open a direct chat with the bot: `https://t.me/…`, or its name on WeChat; empty where there is no special way. */
  wayToBot(way: WayToBot): string;
  /** There is one in the direct chat. */
  privateAnswerSent(code: string): string;
  /** To the staff: what was taken out of their words, and whether the resident has the whole of them. */
  hiddenInGroup(code: string, kinds: PersonalKind[], toldDirectly: boolean): string;
  personalKind(kind: PersonalKind): string;
}
