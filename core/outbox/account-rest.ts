import type { DeliveryFailure, DeliveryOutcome } from '../channel/outgoing.ts';
import { LOGGED_OUT_PAUSE_MS, pauseAfter } from './after-outcome.ts';

interface Rest {
  since: Date;
  until: Date;
  faults: number;
  /** The platform itself asked for it. */
  isAsked: boolean;
}

/**
 * Remembers of accounts that only this process speaks for that they did not get through lately. When an account is logged
 * out or its platform is away, every conversation would meet the same: one try per pause, by whichever lane comes first, is
 * enough. A pause after silence is 2 s, 4 s, 8 s, … at most 5 min; after a logout a minute, and at most a minute, too, while
 * the account is on record as logged in. Where the platform asks the whole account to wait, it is obeyed.
 */
export class AccountRests {
  readonly #rests = new Map<string, Rest>();

  /**
   * Until when the account is left alone; null when it may be tried.
   * @param loggedInAt since when it is on record as logged in, if it is: what was before does not count any more
   */
  until(key: string, now: Date, loggedInAt: Date | null): Date | null {
    const rest = this.#rests.get(key);
    if (!rest) return null;
    if (loggedInAt && loggedInAt >= rest.since) {
      this.#rests.delete(key);
      return null;
    }
    // On record as logged in all the while: the fault may be the message's, and others must not wait as long as it does.
    const longest = loggedInAt && !rest.isAsked ? rest.since.getTime() + LOGGED_OUT_PAUSE_MS : Infinity;
    const until = new Date(Math.min(rest.until.getTime(), longest));
    return until > now ? until : null;
  }

  /** What the platform answered to a try. */
  note(key: string, outcome: DeliveryOutcome, now: Date): void {
    const failure = outcome.kind === 'sent' ? null : outcome.failure;
    const pauseMs = failure === null ? null : this.#pauseFor(failure, this.#rests.get(key)?.faults ?? 0);
    if (pauseMs === null) {
      this.#rests.delete(key);
      return;
    }
    const faults = (this.#rests.get(key)?.faults ?? 0) + 1;
    const isAsked = failure?.kind === 'must_wait';
    this.#rests.set(key, { since: now, until: new Date(now.getTime() + pauseMs), faults, isAsked });
  }

  #pauseFor(failure: DeliveryFailure, faults: number): number | null {
    if (failure.kind === 'logged_out') return LOGGED_OUT_PAUSE_MS;
    if (failure.kind === 'must_wait') return failure.of === 'account' ? failure.waitMs : null;
    return failure.kind === 'platform_down' ? pauseAfter(faults) : null;
  }
}
