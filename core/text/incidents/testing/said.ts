import type { Texts, TicketView } from '../../texts.ts';
import type { IncidentView } from '../texts.ts';

const place = { building: '3', unit: '2', room: '501', spot: null };
const nowhere = { building: null, unit: null, room: null, spot: null };
const ticket: TicketView = {
  code: 'A7K2',
  kind: 'repair',
  area: 'facilities',
  urgency: 'high',
  status: 'open',
  place,
  summary: 'x',
  assignee: 'Li',
  sensitive: false,
};
const alone: TicketView = { ...ticket, place: nowhere, assignee: null };
const { code, status, urgency, assignee } = ticket;
const one = { code, place, status, urgency, assignee, settled: false };
const view: IncidentView = {
  number: 3,
  cause: 'water',
  buildings: ['3', '5'],
  unit: null,
  households: 12,
  machines: 1,
  groups: 2,
  tickets: [one, { ...one, urgency: 'emergency', place: nowhere, assignee: null, settled: true }],
  count: 14,
  since: '14:05',
  dueAt: '15:00',
  overdue: true,
  over: false,
};
const small: IncidentView = {
  ...view,
  cause: 'unheard_of',
  buildings: ['3'],
  households: 0,
  machines: 0,
  groups: 0,
  tickets: [one],
  count: 1,
  dueAt: null,
  overdue: false,
  over: true,
};
const causes = 'power water hot_water dirty_water gas heating network lift door barrier smell noise unheard_of'.split(
  ' ',
);

/** Everything of this topic, said once. */
export function incidentsSaid(texts: Texts): [keyof Texts, string][] {
  const said = (name: keyof Texts, ...all: string[]): [keyof Texts, string][] => all.map((text) => [name, text]);
  const deeds = ['take', 'answer', 'promise', 'done'] as const;
  const by = 'Li';
  return [
    ...said(
      'step',
      texts.step('incident_joined', { incident: 3, by: null }),
      texts.step('incident_joined', { incident: 3, by }),
      ...['out', 'apart', 'corrected'].map((why) => texts.step('incident_left', { incident: 3, by, why })),
      texts.step('incident_left', { incident: 3, by: null, why: 'corrected' }),
      texts.step('incident_left', { incident: 3, by: null, why: 'one_flat', text: 'x' }),
    ),
    ...said('incidentName', ...causes.map((cause) => texts.incidentName(3, cause))),
    ...said('incidentRatingThanks', ...causes.map((cause) => texts.incidentRatingThanks(3, cause))),
    ...said('incidentSubject', ...causes.map((cause) => texts.incidentSubject(3, cause))),
    ...said(
      'incidentReceipt',
      texts.incidentReceipt(ticket, 'water', 5, { last: null, dueAt: '15:00' }),
      texts.incidentReceipt(alone, 'water', 5, { last: null, dueAt: null }),
      texts.incidentReceipt(alone, 'lift', 1, { last: { by, text: 'x', dueAt: '15:00' }, dueAt: null }),
      texts.incidentReceipt(alone, 'lift', 2, { last: { by, text: null, dueAt: '15:00' }, dueAt: '16:00' }),
      texts.incidentReceipt(ticket, 'lift', 2, { last: { by, text: 'x', dueAt: null }, dueAt: null }),
    ),
    ...said(
      'incidentCard',
      texts.incidentCard(view),
      texts.incidentCard({ ...view, overdue: false }),
      texts.incidentCard(small),
      texts.incidentCard({ ...small, cause: 'lift', unit: '2' }),
      texts.incidentCard({ ...small, buildings: [] }),
    ),
    ...said(
      'incidentNews',
      ...deeds.map((deed) => texts.incidentNews(3, 'water', deed, by)),
      ...(['over', 'again', 'apart'] as const).map((news) => texts.incidentNews(3, 'water', news, null)),
    ),
    ...said('incidentLine', texts.incidentLine(3, ticket, 5), texts.incidentLine(3, alone, 0)),
    ...said('incidentNote', texts.incidentNote(3, 'water')),
    ...said(
      'incidentChoice',
      ...(['take', 'promise', 'done', 'choose_out', 'out', 'apart'] as const).map((one) => texts.incidentChoice(one)),
    ),
    ...said(
      'incidentDone',
      ...deeds.flatMap((deed) => [1, 4].map((count) => texts.incidentDone(deed, 3, count, count > 1 ? ['A7K2'] : []))),
      texts.incidentDone('done', 3, 0, ['A7K2', 'B3M4']),
    ),
    ...said('incidentChoosePromise', texts.incidentChoosePromise(3)),
    ...said('incidentChooseOut', texts.incidentChooseOut(3)),
    ...said('incidentIn', texts.incidentIn('A7K2', 3)),
    ...said('incidentOut', texts.incidentOut('A7K2', 3)),
    ...said('incidentApart', texts.incidentApart(3, 1), texts.incidentApart(3, 4)),
    ...said('incidentIsOver', texts.incidentIsOver(3)),
    ...said('incidentUnknown', texts.incidentUnknown(3)),
    ...said('incidentNotIn', texts.incidentNotIn('A7K2', 3)),
    ...said(
      'incidentCannotJoin',
      ...(['sensitive', 'over', 'inside', 'incident_over'] as const).map((why) =>
        texts.incidentCannotJoin('A7K2', why),
      ),
    ),
    ...said('incidentHow', texts.incidentHow()),
    ...said(
      'incidentList',
      texts.incidentList([view], [small]),
      texts.incidentList([], [small]),
      texts.incidentList([view], []),
    ),
    ...said('incidentNone', texts.incidentNone()),
    ...said('incidentsOpen', texts.incidentsOpen([view, { ...small, over: false }])),
  ];
}
