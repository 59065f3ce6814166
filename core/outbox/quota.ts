import type { Quota, Window } from '../channel/channel.ts';

/** Of every window of an account: from here on for answers, receipts, questions, cards and notes only (priority ≤ 25). */
const FOR_ALL = 0.8;
/** From here on for emergencies and answers only (priority ≤ 10). */
const FOR_PERSONS = 0.9;
/** Of a window that is longer than an emergency can wait (P5e), from here on for emergencies only. */
const FOR_ANSWERS = 0.95;
const EMERGENCY_WAITS_MS = 5 * 60_000;

/** What is to be said next somewhere: its priority, and how many messages it becomes. */
export interface Wish {
  priority: number;
  messages: number;
}

/** When messages were said, in any order: in one conversation, and by the whole account. */
export interface Spoken {
  conversation: readonly Date[];
  account: readonly Date[];
}

/** When something may be said: at `at`, which is `now` when nothing binds, and what binds until then. */
export interface QuotaStanding {
  at: Date;
  binds: 'conversation' | 'account' | null;
}

/**
 * How many messages of this priority an account may say in a window. The last fifth and the last tenth are kept for what
 * matters more, so that notices never use up what an answer to a person needs; of an hour or a day also what an emergency
 * needs, which would come too late when the window opens again. At least one, however small the window.
 */
export function allowedIn(window: Window, priority: number): number {
  const forAnswers = priority > 0 && window.windowMs > EMERGENCY_WAITS_MS ? FOR_ANSWERS : 1;
  const share = priority <= 10 ? forAnswers : priority <= 25 ? FOR_PERSONS : FOR_ALL;
  return Math.max(1, Math.floor(window.count * share));
}

/**
 * The earliest instant, not before `now`, at which one more word may be said by our own restraint. Windows slide: a message
 * counts until exactly `windowMs` after it, and not at that instant itself. A word that becomes more messages than a window
 * allows waits until the window is empty. An emergency does not wait for its conversation, only for the account.
 */
export function quotaStanding(quota: Quota, spoken: Spoken, wish: Wish, now: Date): QuotaStanding {
  // An emergency does not wait for its conversation.
  const held = wish.priority === 0 ? [] : quota.perConversation;
  const inConversation = latest(
    now,
    held.map((window) => windowOpensAt(window, spoken.conversation, wish.messages, now)),
  );
  const inAccount = accountOpensAt(quota, spoken.account, wish, now);
  if (inAccount <= now && inConversation <= now) return { at: now, binds: null };
  return inAccount >= inConversation
    ? { at: inAccount, binds: 'account' }
    : { at: inConversation, binds: 'conversation' };
}

/** As {@link quotaStanding}, by the windows of the account alone. */
export function accountOpensAt(quota: Quota, saidAt: readonly Date[], wish: Wish, now: Date): Date {
  const opens = quota.perAccount.map((window) => {
    const shared = { ...window, count: allowedIn(window, wish.priority) };
    return windowOpensAt(shared, saidAt, wish.messages, now);
  });
  return latest(now, opens);
}

/** How far back, and how many of the latest messages, one must know to judge. */
export function windowsMemory(windows: readonly Window[]): Window {
  return {
    count: Math.max(0, ...windows.map((window) => window.count)),
    windowMs: Math.max(0, ...windows.map((window) => window.windowMs)),
  };
}

/**
 * The earliest instant, not before `now`, at which a window has room for so many messages more, given when others were said;
 * at most for as many as fit into it at all.
 */
export function windowOpensAt({ count, windowMs }: Window, saidAt: readonly Date[], messages: number, now: Date): Date {
  const latestFirst = saidAt.map((at) => at.getTime()).sort((a, b) => b - a);
  const mustHavePassed = latestFirst[count - Math.min(messages, count)];
  return new Date(mustHavePassed === undefined ? now : Math.max(now.getTime(), mustHavePassed + windowMs));
}

const latest = (now: Date, instants: readonly Date[]): Date =>
  new Date(Math.max(now.getTime(), ...instants.map((at) => at.getTime())));
