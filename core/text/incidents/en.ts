import { dots, lines, markOf } from '../layout.ts';
import { words } from '../words/en.ts';
import type {
  CannotJoin,
  IncidentChoice,
  IncidentDeed,
  IncidentTexts,
  IncidentTicketView,
  IncidentView,
} from './texts.ts';

const causes: Record<string, string> = {
  power: 'power cut',
  water: 'no water',
  hot_water: 'no hot water',
  dirty_water: 'dirty water',
  gas: 'gas',
  heating: 'no heating',
  network: 'no internet',
  lift: 'lift out of order',
  door: 'door out of order',
  barrier: 'barrier out of order',
  smell: 'bad smell',
  noise: 'noise',
};
const causeOf = (cause: string): string => causes[cause] ?? 'one matter';
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const many = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;

const choices: Record<IncidentChoice, string> = {
  take: 'Take all',
  promise: 'Promise a time',
  done: 'All done',
  choose_out: 'Take one out',
  out: 'Does not belong here',
  apart: 'Not one incident',
};

const done: Record<IncidentDeed, string> = {
  take: 'taken, everybody who reported it knows',
  answer: 'answered everybody who reported it, in each group once',
  promise: 'everybody who reported it knows the time',
  done: 'done; everybody who reported it is asked to confirm',
};

const cannotJoin: Record<CannotJoin, string> = {
  sensitive: 'is a private matter and cannot be part of an incident',
  over: 'is over and cannot be part of an incident',
  inside: 'is part of this incident already',
  incident_over: 'was not added: this incident is over',
};

const ticketLine = ({ code, place, status, urgency, assignee, settled }: IncidentTicketView): string =>
  `${urgency === 'emergency' ? `${markOf(urgency)} ` : ''}${dots(code, words.place(place, 'full'), words.status(status), assignee, settled && 'a resident says it is settled')}`;

const reach = ({ households, machines, groups, count }: IncidentView): string =>
  dots(
    households > 0 && many(households, 'household'),
    machines > 0 && many(machines, 'device'),
    groups > 0 && many(groups, 'group'),
    many(count, 'ticket'),
  );

function where({ buildings, unit }: IncidentView): string | null {
  const [building] = buildings;
  if (building === undefined) return null;
  if (buildings.length === 1 && unit !== null) return words.place({ building, unit, room: null, spot: null }, 'coarse');
  return `${buildings.length === 1 ? 'building' : 'buildings'} ${buildings.join(', ')}`;
}

const head = (view: IncidentView): string =>
  dots(`Incident ${view.number}: ${causeOf(view.cause)}`, where(view), view.over && 'over');

const due = (view: IncidentView): string | null =>
  view.dueAt && (view.overdue ? `overdue (${view.dueAt})` : `answer by ${view.dueAt}`);

const oneLine = (view: IncidentView): string => dots(head(view), reach(view), `since ${view.since}`);

/** Steps of a ticket's life. */
export const joined = (incident: string, by: string | null): string =>
  `part of incident ${incident}${by ? `, by ${by}` : ''}`;
const leftBecause: Partial<Record<string, string>> = {
  apart: 'the incident was dissolved',
  corrected: 'a correction shows that it is another matter',
  one_flat: 'the resident says that it was only of their own flat',
};
/** @param because why it left, and the words that said so, if they are to be shown */
export const left = (incident: string, by: string | null, because: { why: string; text: string | null }): string =>
  [`taken out of incident ${incident}${by ? ` by ${by}` : ''}`, leftBecause[because.why], because.text]
    .filter(Boolean)
    .join(': ');

export const incidents = {
  incidentName: (number, cause) => `${sentence(causeOf(cause))}, incident ${number}`,
  incidentSubject: (number, cause) => `${causeOf(cause)}, incident ${number}`,
  incidentRatingThanks: (number, cause) =>
    `Thank you all for rating (${causeOf(cause)}, incident ${number}): every answer is counted. Just write if there is anything.`,
  incidentReceipt: (ticket, cause, households, { last, dueAt }) =>
    lines(
      `Noted as ${ticket.code}. ${sentence(causeOf(cause))}: ${households > 1 ? `${households} households have told us` : 'this is known'}, and it is being looked after${ticket.assignee ? ` by ${ticket.assignee}` : ''}${!last && dueAt ? `; you will have an answer by ${dueAt}` : ''}.`,
      last &&
        (last.text !== null || last.dueAt !== null) &&
        `${last.by}: ${[last.text, last.dueAt && `promised for ${last.dueAt}`].filter(Boolean).join(' · ')}`,
    ),

  incidentCard: (view) =>
    lines(
      `${view.tickets.some(({ urgency }) => urgency === 'emergency') ? markOf('emergency') : '🟠'} ${head(view)}`,
      dots(reach(view), `since ${view.since}`, due(view)),
      ...view.tickets.map(ticketLine),
      view.count > view.tickets.length && `… and ${view.count - view.tickets.length} more`,
      !view.over && 'Reply to this card to answer everybody who reported it, in each group once',
    ),
  incidentNews: (number, cause, news, by) => {
    const what = {
      take: 'taken',
      answer: 'residents were answered',
      promise: 'a time was promised',
      done: 'done',
      over: 'over',
      again: 'not solved for everybody',
      apart: 'not one matter, taken apart',
    }[news];
    return `Incident ${number} (${causeOf(cause)}): ${what}${by ? ` by ${by}` : ''}`;
  },
  incidentLine: (number, ticket, households) =>
    dots(
      `↳ Incident ${number}`,
      ticket.code,
      words.place(ticket.place, 'full'),
      households > 0 && `${many(households, 'household')} in all`,
    ),
  incidentNote: (number, cause) => `Part of incident ${number} (${causeOf(cause)})`,
  incidentChoice: (choice) => choices[choice],
  incidentDone: (deed, number, tickets, left) =>
    lines(
      tickets > 0 && `Incident ${number}: ${done[deed]} (${many(tickets, 'ticket')})`,
      left.length > 0 &&
        `${markOf('emergency')} ${left.join(', ')}: an emergency that nobody has taken. Please take it by itself.`,
    ),
  incidentChoosePromise: (number) =>
    `When will incident ${number} be seen to? Choose, or write “incident ${number} promise tomorrow 15:00”.`,
  incidentChooseOut: (number) =>
    `Which one does not belong to incident ${number}? Choose, or write “incident ${number} remove CODE”.`,
  incidentIn: (code, number) => `${code} is part of incident ${number} now.`,
  incidentOut: (code, number) => `${code} was taken out of incident ${number} and goes on by itself.`,
  incidentApart: (number, tickets) =>
    `Incident ${number} was taken apart; ${many(tickets, 'ticket goes', 'tickets go')} on by themselves.`,
  incidentIsOver: (number) =>
    `Incident ${number} is over, and nothing was changed. Where it is not solved for one, please reopen that ticket.`,
  incidentUnknown: (number) =>
    `There is no incident ${number}, and nothing was changed. “incident” lists those there are.`,
  incidentNotIn: (code, number) => `${code} is no part of incident ${number}, and nothing was changed.`,
  incidentCannotJoin: (code, why) => `${code} ${cannotJoin[why]}. Nothing was changed.`,
  incidentHow: () =>
    lines(
      'Please write one of these; nothing was changed:',
      'incident (the list) · incident 3 (one of them)',
      'incident 3 answer The pump failed, we are at it · incident 3 promise today 16:00 · incident 3 take · incident 3 done New pump',
      'incident 3 add A7K2 · incident 3 remove A7K2 · incident 3 dissolve (not one matter)',
    ),
  incidentList: (open, over) =>
    lines(
      open.length > 0 && `Incidents being worked on: ${open.length}`,
      ...open.map(oneLine),
      over.length > 0 && 'Lately over:',
      ...over.map(oneLine),
      'Write “incident” and a number to see one.',
    ),
  incidentNone: () =>
    'There is no incident. When several households report one thing (water, power, a lift), their tickets become one.',
  incidentsOpen: (open) =>
    lines(
      `Incidents (one cause, several households): ${open.length}`,
      ...open.map((view) =>
        dots(
          `🟠 ${head(view)}`,
          reach(view),
          due(view),
          view.tickets
            .slice(0, 3)
            .map(({ code }) => code)
            .join(' ') + (view.count > 3 ? '…' : ''),
        ),
      ),
    ),
} satisfies IncidentTexts;
