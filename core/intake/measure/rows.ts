import type { Tally } from './tally.ts';

/** A figure of a measurement, with the words for it. */
export interface Row {
  /** Its name for machines. */
  name: string;
  about: string;
  /** Null where nothing was there to measure. */
  value: number | null;
  /** The value with what it is out of. */
  shown: string;
}

const share = (part: number, of: number): number | null => (of === 0 ? null : (100 * part) / of);
const perThousand = (part: number, of: number): number | null => (of === 0 ? null : (1000 * part) / of);

/** The harmonic mean of precision and recall; 0 where both are. */
function balance(right: number, predicted: number, labelled: number): number {
  const precision = predicted === 0 ? 0 : right / predicted;
  const recall = labelled === 0 ? 0 : right / labelled;
  return precision + recall === 0 ? 0 : (200 * precision * recall) / (precision + recall);
}

function row(name: string, about: string, value: number | null, suffix = ''): Row {
  return {
    name,
    about,
    value: value === null ? null : Number(value.toFixed(1)),
    shown: value === null ? 'n/a' : `${value.toFixed(1)}${suffix}`,
  };
}

const count = (name: string, about: string, value: number, shown = String(value)): Row => ({
  name,
  about,
  value,
  shown,
});

/** What was measured of tickets, in the order in which it is printed: shares in hundredths, to one digit. */
export function rowsOf(tally: Tally): Row[] {
  const counted = tally.predicted - tally.ignored;
  const { matched, labelled, messages } = tally;
  return [
    count('labelled', 'chats / messages / labelled tickets', labelled, `${tally.chats} / ${messages} / ${labelled}`),
    row('ticketPrecision', 'ticket precision %', share(matched, counted)),
    row('ticketRecall', 'ticket recall %', share(matched, labelled)),
    row('ticketF1', 'ticket F1 %', balance(matched, counted, labelled)),
    row('recallWithQuestions', 'recall % with the doubtful ones', share(matched + tally.askedRight, labelled)),
    row('questionsPer1000', 'questions to staff per 1000', perThousand(tally.questions, messages)),
    row('kindRight', 'kind right %', share(tally.kind, matched)),
    row('areaRight', 'area right %', share(tally.area, matched)),
    row('urgencyRight', 'urgency right %', share(tally.urgency, matched)),
    count(
      'emergenciesFound',
      'emergencies found',
      tally.emergenciesFound,
      `${tally.emergenciesFound} / ${tally.emergencies}`,
    ),
    count('falseAlarms', 'false emergency alarms', tally.falseAlarms),
    row('placeRight', 'place exactly right %', share(tally.placesRight, tally.placesSaid), ` (of ${tally.placesSaid})`),
    count('placesInvented', 'places invented', tally.placesInvented),
    row(
      'linkF1',
      'messages tied to their ticket, F1 %',
      balance(tally.linkedRight, tally.linkedPredicted, tally.linkedLabelled),
    ),
    row('reportersRight', 'reporters exactly right %', share(tally.reporters, matched)),
    row('falsePer1000', 'false tickets per 1000 messages', perThousand(counted - matched, messages)),
    row(
      'falsePer1000Chatter',
      'the same in chats without any ticket',
      perThousand(tally.chatterFalse, tally.chatterMessages),
      ` (of ${tally.chatterMessages})`,
    ),
  ];
}

/** The same for machines; what there was nothing to measure of is left out. */
export const figuresOf = (tally: Tally): Record<string, number> => ({
  emergencies: tally.emergencies,
  ...Object.fromEntries(rowsOf(tally).flatMap(({ name, value }) => (value === null ? [] : [[name, value]]))),
});
