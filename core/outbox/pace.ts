import type { Pace } from '../channel/channel.ts';

/** At most `count` messages in any stretch of `windowMs`. */
interface Window {
  count: number;
  windowMs: number;
}

/** The windows that hold for a conversation; an account's own window is kept over all processes (account-pace.ts). */
function windowsOf(pace: Pace, kind: 'group' | 'direct'): Window[] {
  return kind === 'group' ? [pace.perConversation, pace.perGroup] : [pace.perConversation];
}

/** How far back, and how many of its latest messages, one must know to judge a conversation's pace. */
export function paceMemory(pace: Pace, kind: 'group' | 'direct'): Window {
  const windows = windowsOf(pace, kind);
  return {
    count: Math.max(...windows.map((window) => window.count)),
    windowMs: Math.max(...windows.map((window) => window.windowMs)),
  };
}

/**
 * The earliest instant, not before `now`, at which one more message may be sent to a conversation. Windows slide: with
 * one a second, the next may follow exactly 1,000 ms after the last.
 *
 * @param recentSentAt when messages were sent there, in any order; at least those of {@link paceMemory}
 */
export function nextSendAt(recentSentAt: readonly Date[], pace: Pace, kind: 'group' | 'direct', now: Date): Date {
  const latestFirst = recentSentAt.map((at) => at.getTime()).sort((a, b) => b - a);
  let earliest = now.getTime();
  for (const { count, windowMs } of windowsOf(pace, kind)) {
    const mustHavePassed = latestFirst[count - 1];
    if (mustHavePassed !== undefined) earliest = Math.max(earliest, mustHavePassed + windowMs);
  }
  return new Date(earliest);
}
