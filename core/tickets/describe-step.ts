import type { TicketEvent } from '../../prisma/generated/client.ts';
import type { Step } from '../step.ts';
import type { Texts } from '../text/texts.ts';

/** One step of a ticket's life in words, its times as the estate's wall shows them. */
export function describeStep(
  event: Pick<TicketEvent, 'type' | 'data'>,
  texts: Texts,
  step: Pick<Step, 'now'>,
  timeZone: string,
): string {
  const data = event.data as Record<string, unknown>;
  const dueAt = data['dueAt'];
  const told = typeof dueAt === 'string' ? { dueAt: texts.when(new Date(dueAt), step.now, timeZone) } : {};
  return texts.step(event.type, { ...data, ...told });
}
