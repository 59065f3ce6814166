import type { DeliveryFailure, DeliveryOutcome } from '../channel/outgoing.ts';

/** How often a message met something before this try that was not the recipient's answer. */
export interface Before {
  /** Tries without an answer. */
  faults: number;
  /** Times that the conversation turned out to have another id. */
  upgrades: number;
}

/** What follows from a platform's answer. */
export type Decision =
  | { kind: 'sent'; externalIds: string[]; pollId?: string }
  /** The message is tried again, not before `at`. */
  | { kind: 'retry'; at: Date }
  /** Nothing goes to the conversation before `until`; the message keeps its place. */
  | { kind: 'pause'; until: Date; operatorMustAct: boolean }
  /** Over. `conversationState` is what the conversation is from now on, when it is the conversation's fault. */
  | { kind: 'failed'; failure: DeliveryFailure; conversationState: 'left' | 'unreachable' | null }
  /** Tried again at once, under the new id. */
  | { kind: 'upgraded'; newExternalId: string };

const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 5 * 60_000;
/** With the longest pause between them, a little more than a day. */
export const MOST_FAULTS = 300;
/** How long a conversation rests while an account of ours is not accepted by its platform. */
export const LOGGED_OUT_PAUSE_MS = 60_000;
const MOST_UPGRADES = 3;

/**
 * Says what a platform's answer means for the message.
 * - A platform that asks to wait is obeyed to the millisecond.
 * - A platform that is down is tried again after 2 s, 4 s, 8 s, … at most 5 min, up to {@link MOST_FAULTS} times.
 * - An unreachable recipient, a group we are not in, and a refused message are final.
 */
export function afterOutcome(outcome: DeliveryOutcome, before: Before, now: Date): Decision {
  if (outcome.kind === 'sent') return outcome;
  const { failure } = outcome;
  switch (failure.kind) {
    case 'must_wait':
      return { kind: 'pause', until: later(now, Math.max(0, failure.waitMs)), operatorMustAct: false };
    case 'logged_out':
      return { kind: 'pause', until: later(now, LOGGED_OUT_PAUSE_MS), operatorMustAct: true };
    case 'upgraded':
      // A platform that sends us in circles must not keep us running.
      if (before.upgrades >= MOST_UPGRADES) return { kind: 'retry', at: later(now, LONGEST_PAUSE_MS) };
      return { kind: 'upgraded', newExternalId: failure.newExternalId };
    case 'platform_down':
      if (before.faults + 1 >= MOST_FAULTS) return { kind: 'failed', failure, conversationState: null };
      return { kind: 'retry', at: later(now, pauseAfter(before.faults)) };
    case 'unreachable':
      return { kind: 'failed', failure, conversationState: 'unreachable' };
    case 'not_a_member':
      return { kind: 'failed', failure, conversationState: 'left' };
    case 'refused':
      break;
  }
  return { kind: 'failed', failure, conversationState: null };
}

const later = (now: Date, ms: number): Date => new Date(now.getTime() + ms);

/** How long to wait after so many faults and one more. */
export const pauseAfter = (faults: number): number => Math.min(FIRST_PAUSE_MS * 2 ** faults, LONGEST_PAUSE_MS);
