import type { Notice } from '../../prisma/generated/client.ts';
import { stopBroadcast } from '../outbox/broadcast/start.ts';
import type { Step } from '../step.ts';
import { aboutNotice } from './notice.ts';

/** What of a notice is told first. */
export const ANNOUNCE = 'announce';

/** That it takes longer, each time anew. */
export const EXTEND = 'extend:';

/** Until when it lasts was said anew, or it is over: what was told before is not told any more where nobody has heard it. */
export const isOvertakenByEnd = (occasion: string): boolean => occasion === ANNOUNCE || occasion.startsWith(EXTEND);
export const isExtension = (occasion: string): boolean => occasion.startsWith(EXTEND);

/** Words about a notice that are still on their way are not said any more; changes of what was said already go on. */
export async function stopWords(step: Step, notice: Notice, which: (occasion: string) => boolean): Promise<void> {
  const running = await step.tx.broadcast.findMany({
    where: { subject: 'notice', subjectId: notice.id, changesId: null, stoppedAt: null },
    select: { occasion: true },
  });
  for (const { occasion } of running) if (which(occasion)) await stopBroadcast(step, aboutNotice(notice), occasion);
}
