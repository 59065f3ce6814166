import { nameOf } from '../notices/name.ts';
import type { CommunityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';
import type { Texts } from '../text/texts.ts';
import { supportersOf } from './tell-supporters.ts';
import type { TicketEventType } from './event.ts';
import { type Ticket, workStatuses } from './ticket.ts';

/**
 * What else a card tells, a line each: in which time messages may be missing (P10b), how often a device alarmed (P10h), which notice
 * is asked about (P8c) or gone against (P8a), how many support a suggestion (P5b), of which incident it is a part, and as long as both are
 * open of which other ticket it may be.
 */
export async function cardNotes(
  step: Step,
  community: CommunityInForce,
  ticket: Pick<Ticket, 'id' | 'code' | 'kind' | 'status' | 'origin' | 'noticeId' | 'incidentId'>,
  texts: Texts,
): Promise<string[]> {
  const supporters = ticket.kind === 'suggestion' ? await supportersOf(step, ticket.id) : 0;
  const types: TicketEventType[] = ['may_be_missing', 'seems_like', 'machine_reported'];
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
  const notice =
    ticket.noticeId === null
      ? null
      : await step.tx.notice.findUnique({ where: { id: ticket.noticeId }, select: { number: true, text: true } });
  const incident =
    ticket.incidentId === null
      ? null
      : await step.tx.incident.findUnique({ where: { id: ticket.incidentId }, select: { number: true, thing: true } });
  const like = await openTicketLike(step, ticket, dataOf('seems_like')?.['ticketId']);
  return [
    incident ? texts.incidentNote(incident.number, incident.thing) : '',
    supporters > 1 ? texts.suggestionSupporters(supporters) : '',
    like ? texts.seemsLikeNote(ticket.code, like) : '',
    missing ? texts.missingNote(when(missing['from']), when(missing['until'])) : '',
    report ? texts.alarmNote(typeof count === 'number' ? count : 1, report['alarm'] === false) : '',
    notice ? (asks(ticket) ? texts.askedAboutNotice(nameOf(notice)) : texts.againstNotice(nameOf(notice))) : '',
  ].filter((line) => line !== '');
}

async function openTicketLike(
  { tx }: Step,
  { status }: Pick<Ticket, 'status'>,
  id: unknown,
): Promise<{ code: string; summary: string } | null> {
  if (typeof id !== 'string' || !workStatuses.includes(status)) return null;
  return tx.ticket.findFirst({ where: { id, status: { in: workStatuses } }, select: { code: true, summary: true } });
}

/** A question or a complaint is about its notice; anything else goes against it. */
const asks = ({ kind }: Pick<Ticket, 'kind'>): boolean => kind === 'inquiry' || kind === 'complaint';
