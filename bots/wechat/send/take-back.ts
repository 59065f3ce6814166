import type { Puppet } from 'wechaty-puppet';
import type { DeliveryFailure } from '../../../core/channel/outgoing.ts';
import { within } from '../within.ts';
import { failureOf } from './failure.ts';

/**
 * Takes back what our account has said, by the ids of its messages; null when all of it is gone. WeChat lets that be done for two
 * minutes, and some puppets cannot do it at all. Whatever the reason is, there is no time to try again: it is `refused`, so that words
 * can say what holds no more. Only an account that is not logged in, or too fast, is told apart.
 */
export async function takeBack(
  puppet: Pick<Puppet, 'messageRecall'>,
  messageIds: readonly string[],
  callMs: number,
): Promise<DeliveryFailure | null> {
  let failure: DeliveryFailure | null = null;
  for (const id of messageIds) {
    try {
      const isGone = await within(callMs, () => puppet.messageRecall(id));
      if (!isGone) failure = refused('WeChat did not take the message back: it does so for two minutes');
    } catch (error) {
      const why = failureOf(error);
      if (why.kind === 'logged_out' || why.kind === 'must_wait') return why;
      failure = refused(why.reason);
    }
  }
  return failure;
}

const refused = (reason: string): DeliveryFailure => ({ kind: 'refused', reason });
