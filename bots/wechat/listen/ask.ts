import type { Puppet } from 'wechaty-puppet';
import type { Clock } from '../../../core/clock.ts';
import { CallTimeout, within } from '../within.ts';
import { growingPauseMs, pause } from '../../pauses.ts';
import type { GrowingPauses } from '../../pauses.ts';
import type { Session } from '../session.ts';

/**
 * Asks the platform for something that is only nice to know; null when it does not say. Tries several times and waits a while
 * for an account that is not online, unless something is known already that will do.
 */
export interface Ask {
  <Answer>(question: (puppet: Puppet) => Promise<Answer>, willDo?: boolean): Promise<Answer | null>;
  once<Answer>(question: (puppet: Puppet) => Promise<Answer>): Promise<Answer | null>;
}

/** A name or a group's list of members is there in a fraction of it. */
const PATIENCE_MS = 10_000;
const TRIES = 5;
/** Once a question was not answered at all, this long none is waited for as patiently, nor asked twice. */
const HURRY_MS = 30_000;
const HURRIED_MS = 1_000;

export function createAsk(
  session: Pick<Session, 'online'>,
  { pauses, signal, clock }: { pauses: GrowingPauses; signal: AbortSignal; clock: Clock },
): Ask {
  let hurryUntil = 0;
  const inHurry = (): boolean => clock.now().getTime() < hurryUntil;

  async function once<Answer>(question: (puppet: Puppet) => Promise<Answer>): Promise<Answer | null> {
    const online = session.online();
    if (!online) return null;
    try {
      return await within(inHurry() ? HURRIED_MS : PATIENCE_MS, () => question(online.puppet));
    } catch (error) {
      if (error instanceof CallTimeout) hurryUntil = clock.now().getTime() + HURRY_MS;
      // Whatever the reason is: what is heard counts, not what could be known besides.
      return null;
    }
  }

  async function ask<Answer>(question: (puppet: Puppet) => Promise<Answer>, willDo = false): Promise<Answer | null> {
    for (let tries = 1; ; tries += 1) {
      const answer = await once(question);
      if (answer !== null || willDo || tries >= TRIES || inHurry() || signal.aborted) return answer;
      await pause(growingPauseMs(tries, pauses), signal);
    }
  }

  return Object.assign(ask, { once });
}
