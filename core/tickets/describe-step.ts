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
  const times = ['dueAt', 'from', 'until'].flatMap((key) => {
    const at = data[key];
    return typeof at === 'string' ? [[key, texts.when(new Date(at), step.now, timeZone)] as const] : [];
  });
  return texts.step(event.type, { ...data, ...Object.fromEntries(times) });
}
