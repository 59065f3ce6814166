import type { CommunityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';
import type { Texts } from '../text/texts.ts';
import type { Ticket } from './ticket.ts';

/** What else a card tells, a line each: in which time messages may be missing (P10b), how often a device alarmed (P10h). */
export async function cardNotes(
  step: Step,
  community: CommunityInForce,
  ticket: Pick<Ticket, 'id' | 'origin'>,
  texts: Texts,
): Promise<string[]> {
  const types = ticket.origin === 'machine' ? ['may_be_missing', 'machine_reported'] : ['may_be_missing'];
  const events = await step.tx.ticketEvent.findMany({
    where: { ticketId: ticket.id, type: { in: types } },
    distinct: ['type'],
    orderBy: { id: 'desc' },
    select: { type: true, data: true },
  });
  const dataOf = (type: string): Record<string, unknown> | null => {
    const data = events.find((event) => event.type === type)?.data;
    return typeof data === 'object' && data !== null && !Array.isArray(data) ? data : null;
  };
  const when = (at: unknown): string =>
    typeof at === 'string' ? texts.when(new Date(at), step.now, community.timeZone) : '';
  const missing = dataOf('may_be_missing');
  const report = dataOf('machine_reported');
  const count = report?.['count'];
  return [
    missing ? texts.missingNote(when(missing['from']), when(missing['until'])) : '',
    report ? texts.alarmNote(typeof count === 'number' ? count : 1, report['alarm'] === false) : '',
  ].filter((line) => line !== '');
}
