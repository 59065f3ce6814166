import type { CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import type { Texts } from '../../text/texts.ts';
import type { IncidentView } from '../../text/incidents/texts.ts';
import { limitStanding } from '../limit-standing.ts';
import { settledByResidents } from '../settled.ts';
import { placeOf, workStatuses } from '../ticket.ts';
import { isCause, reachOf } from './causes.ts';
import { countReach } from './reach.ts';

/** An incident as it is on record. */
export interface IncidentRow {
  id: string;
  number: number;
  thing: string;
  openedAt: Date;
  overAt: Date | null;
}

const listedAtMost = 12;

/** What staff are shown of an incident. What was merged into another of its tickets, or put aside, is not counted. */
export async function viewOfIncident(
  step: Step,
  community: CommunityInForce,
  incident: IncidentRow,
  texts: Texts,
): Promise<IncidentView> {
  const tickets = await step.tx.ticket.findMany({
    where: { incidentId: incident.id, status: { notIn: ['merged', 'dismissed'] } },
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      code: true,
      status: true,
      urgency: true,
      openedAt: true,
      building: true,
      unit: true,
      room: true,
      spot: true,
      assignee: { select: { name: true } },
      requester: { select: { household: { select: { building: { select: { label: true } } } } } },
    },
  });
  const reach = await countReach(
    step,
    tickets.map(({ id }) => id),
  );
  const settled = await settledByResidents(
    step,
    tickets.map(({ id }) => id),
  );
  const limit = await step.tx.limit.findFirst({
    where: {
      ticket: { incidentId: incident.id, status: { in: workStatuses } },
      metAt: null,
      cancelledAt: null,
      pausedAt: null,
      renewedBy: { is: null },
    },
    orderBy: { dueAt: 'asc' },
  });
  const buildings = tickets.flatMap((one) => one.building ?? one.requester?.household?.building.label ?? []);
  const units = new Set(tickets.flatMap(({ unit }) => unit ?? []));
  const isStairwell = isCause(incident.thing) && reachOf(incident.thing) === 'stairwell' && units.size === 1;
  return {
    ...reach,
    unit: isStairwell ? ([...units][0] ?? null) : null,
    number: incident.number,
    cause: incident.thing,
    buildings: [...new Set(buildings)].toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })),
    tickets: tickets.slice(0, listedAtMost).map((one) => {
      const { code, status, urgency, assignee } = one;
      const isSettled = settled.has(one.id);
      return { code, status, urgency, place: placeOf(one), assignee: assignee?.name ?? null, settled: isSettled };
    }),
    count: tickets.length,
    since: texts.when(tickets[0]?.openedAt ?? incident.openedAt, step.now, community.timeZone),
    dueAt: limit && texts.when(limit.dueAt, step.now, community.timeZone),
    overdue: limit !== null && limitStanding(limit, step.now).kind === 'breached',
    over: incident.overAt !== null,
  };
}
