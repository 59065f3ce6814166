import type { TargetState } from '../../../prisma/generated/enums.ts';
import type { Tx } from '../../database.ts';
import type { About } from '../say.ts';

/** How a broadcast stands in one conversation. */
export interface TargetView {
  conversationId: string;
  title: string;
  channel: string;
  state: TargetState;
  reason: string | null;
  notBefore: Date | null;
  settledAt: Date | null;
}

/** How a broadcast stands, everywhere (P8b): null when there is none of this occasion. */
export interface BroadcastStanding {
  startAt: Date;
  stoppedAt: Date | null;
  doneAt: Date | null;
  counts: Record<TargetState, number>;
  /** Of those that are not sent, or failed: so many at most, worst first. */
  troubled: TargetView[];
}

export async function broadcastStanding(
  _tx: Tx,
  _about: About,
  _occasion: string,
  _options: { atMost?: number } = {},
): Promise<BroadcastStanding | null> {
  throw new Error('not built yet');
}
