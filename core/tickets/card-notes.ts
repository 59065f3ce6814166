import { z } from 'zod';
import { nameOf } from '../notices/name.ts';
import type { CommunityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';
import type { Texts } from '../text/texts.ts';
import { supportersOf } from './tell-supporters.ts';
import { type Ticket, workStatuses } from './ticket.ts';

/**
 * What else a card tells, a line each: in which time messages may be missing (P10b), how often a device alarmed (P10h), which notice
 * is asked about (P8c) or gone against (P8a), how many support a suggestion (P5b), of which incident it is a part.
 */
export async function cardNotes(
  step: Step,
  community: CommunityInForce,
  ticket: Pick<Ticket, 'id' | 'kind' | 'origin' | 'noticeId' | 'incidentId'>,
  texts: Texts,
): Promise<string[]> {
  const supporters = ticket.kind === 'suggestion' ? await supportersOf(step, ticket.id) : 0;
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
  const notice =
    ticket.noticeId === null
      ? null
      : await step.tx.notice.findUnique({ where: { id: ticket.noticeId }, select: { number: true, text: true } });
  const incident =
    ticket.incidentId === null
      ? null
      : await step.tx.incident.findUnique({ where: { id: ticket.incidentId }, select: { number: true, thing: true } });
  return [
    incident ? texts.incidentNote(incident.number, incident.thing) : '',
    supporters > 1 ? texts.suggestionSupporters(supporters) : '',
    missing ? texts.missingNote(when(missing['from']), when(missing['until'])) : '',
    report ? texts.alarmNote(typeof count === 'number' ? count : 1, report['alarm'] === false) : '',
    notice ? (asks(ticket) ? texts.askedAboutNotice(nameOf(notice)) : texts.againstNotice(nameOf(notice))) : '',
  ].filter((line) => line !== '');
}

/**
 * The line that names the open ticket which this one may be a word on, as long as both are open; null where there is none. For the office
 * alone: contractors know of no other tickets than theirs. What is private is named by its code only.
 */
export async function likeNote(
  step: Step,
  { id, code, status }: Pick<Ticket, 'id' | 'code' | 'status'>,
  texts: Texts,
): Promise<string | null> {
  if (!workStatuses.includes(status)) return null;
  const event = await step.tx.ticketEvent.findFirst({
    where: { ticketId: id, type: 'seems_like' },
    select: { data: true },
  });
  const like = z.object({ ticketId: z.string() }).safeParse(event?.data).data;
  if (!like) return null;
  const other = await openTicketLike(step, like.ticketId);
  return other && texts.seemsLikeNote(code, other);
}

/**
 * How the office is told of an open ticket that something may be a word on: by its code and its summary, which is null where it is private.
 * Null once that ticket is done, or there is none.
 */
export async function openTicketLike(
  { tx }: Pick<Step, 'tx'>,
  ticketId: string,
): Promise<{ code: string; summary: string | null } | null> {
  const other = await tx.ticket.findFirst({
    where: { id: ticketId, status: { in: workStatuses } },
    select: { code: true, summary: true, sensitive: true },
  });
  return other && { code: other.code, summary: other.sensitive ? null : other.summary };
}

/** A question or a complaint is about its notice; anything else goes against it. */
const asks = ({ kind }: Pick<Ticket, 'kind'>): boolean => kind === 'inquiry' || kind === 'complaint';
