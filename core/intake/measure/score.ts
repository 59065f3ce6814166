import type { Labels } from '../replay/labels.ts';
import type { Area, Kind, Place, Urgency } from '../understanding.ts';
import { nothingCounted, type Tally } from './tally.ts';

/** A ticket as it was made of a chat. */
export interface PredictedTicket {
  /** Residents' messages that report it or add to it, the first one first. */
  messages: readonly string[];
  kind: Kind;
  area: Area;
  urgency: Urgency;
  place: Omit<Place, 'spot'>;
  reporters: readonly string[];
  /** Only a question to the staff: left out of the figures, and counted beside them. */
  doubtful: boolean;
}

export type LabelledTicket = Labels['tickets'][number];

/** What was not as a careful clerk has it. `messages` are those in question, the first one first. */
export type Miss = { messages: readonly string[] } & (
  | { what: 'missed'; labelled: LabelledTicket }
  /** No ticket, or one too many. */
  | { what: 'false'; predicted: PredictedTicket }
  | {
      what: 'kind' | 'area' | 'urgency' | 'place' | 'place invented';
      labelled: LabelledTicket;
      predicted: PredictedTicket;
      said: string;
      heard: string;
    }
  /** `messages` belong to it and were not tied to it, or were tied to it and do not belong. */
  | { what: 'not tied' | 'wrongly tied'; labelled: LabelledTicket; predicted: PredictedTicket }
  | { what: 'reporters'; labelled: LabelledTicket; predicted: PredictedTicket }
);

export interface Score {
  tally: Tally;
  misses: Miss[];
}

/**
 * Compares the tickets that were made of one chat of so many messages with its labels. Two are the same matter when they share messages; each is
 * matched at most once, the pairs that share most first, then those with the same first message, then those of the same kind. A ticket that
 * stands only on `either` messages counts neither way; `either` messages, and the line that settles a ticket, count neither way where messages
 * are tied to tickets; the area of a praise is not compared.
 */
export function scoreChat(
  { tickets, either: eitherIds }: Pick<Labels, 'tickets' | 'either'>,
  size: number,
  predicted: readonly PredictedTicket[],
): Score {
  const either = new Set(eitherIds);
  const closing = new Set(tickets.map(({ solvedBy }) => solvedBy));
  const firm = predicted.filter(({ doubtful }) => !doubtful);
  const questions = predicted.filter(({ doubtful }) => doubtful);
  const tally: Tally = {
    ...nothingCounted,
    chats: 1,
    messages: size,
    labelled: tickets.length,
    predicted: firm.length,
    questions: questions.length,
    emergencies: tickets.filter(({ urgency }) => urgency === 'emergency').length,
  };
  const misses: Miss[] = [];
  const matches = matched(tickets, firm);
  const right = new Set(matches.values());
  for (const [labelled, one] of matches) compare(labelled, one, { either, closing }, tally, misses);
  for (const labelled of tickets) {
    if (matches.has(labelled)) continue;
    if (questions.some((one) => shared(labelled, one) > 0)) tally.askedRight++;
    misses.push({ what: 'missed', messages: labelled.messages, labelled });
  }
  let wrong = 0;
  for (const one of firm) {
    if (right.has(one)) continue;
    if (one.messages.every((id) => either.has(id))) {
      tally.ignored++;
      continue;
    }
    wrong++;
    if (one.urgency === 'emergency') tally.falseAlarms++;
    misses.push({ what: 'false', messages: one.messages, predicted: one });
  }
  if (tickets.length === 0) [tally.chatterMessages, tally.chatterFalse] = [size, wrong];
  return { tally, misses };
}

const shared = (labelled: LabelledTicket, { messages }: PredictedTicket): number =>
  labelled.messages.filter((id) => messages.includes(id)).length;

/** Which prediction is which labelled ticket. */
function matched(
  tickets: readonly LabelledTicket[],
  predicted: readonly PredictedTicket[],
): Map<LabelledTicket, PredictedTicket> {
  const pairs = tickets.flatMap((labelled) =>
    predicted
      .map((one) => ({
        labelled,
        one,
        shared: shared(labelled, one),
        opener: Number(labelled.messages[0] === one.messages[0]),
        kind: Number(labelled.kind === one.kind),
      }))
      .filter((pair) => pair.shared > 0),
  );
  const matches = new Map<LabelledTicket, PredictedTicket>();
  const taken = new Set<PredictedTicket>();
  // Sorting is stable: what is alike in all of these stays in the order of the labels, then of the predictions.
  for (const { labelled, one } of pairs.toSorted(
    (a, b) => b.shared - a.shared || b.opener - a.opener || b.kind - a.kind,
  )) {
    if (matches.has(labelled) || taken.has(one)) continue;
    matches.set(labelled, one);
    taken.add(one);
  }
  return matches;
}

const parts = ['building', 'unit', 'room'] as const;
/** Letters upper case; nothing said is nothing, however it is written. */
const partOf = (place: Omit<Place, 'spot'>, part: (typeof parts)[number]): string => (place[part] ?? '').toUpperCase();
const placeInWords = (place: Omit<Place, 'spot'>): string => parts.map((part) => partOf(place, part) || '·').join(' ');

function compare(
  labelled: LabelledTicket,
  predicted: PredictedTicket,
  { either, closing }: { either: ReadonlySet<string>; closing: ReadonlySet<string | null> },
  tally: Tally,
  misses: Miss[],
): void {
  const pair = { labelled, predicted };
  const { messages } = labelled;
  tally.matched++;
  for (const what of ['kind', 'area', 'urgency'] as const) {
    if (labelled[what] === predicted[what] || (what === 'area' && labelled.kind === 'praise')) tally[what]++;
    else misses.push({ what, messages, ...pair, said: labelled[what], heard: predicted[what] });
  }
  const isSaid = labelled.urgency === 'emergency';
  const isHeard = predicted.urgency === 'emergency';
  if (isSaid && isHeard) tally.emergenciesFound++;
  if (!isSaid && isHeard) tally.falseAlarms++;
  comparePlaces(pair, tally, misses);
  const counts = (id: string): boolean => !either.has(id) && (!closing.has(id) || id === messages[0]);
  const notTied = messages.filter((id) => counts(id) && !predicted.messages.includes(id));
  const wronglyTied = predicted.messages.filter((id) => counts(id) && !messages.includes(id));
  tally.linkedLabelled += messages.filter(counts).length;
  tally.linkedPredicted += predicted.messages.filter(counts).length;
  tally.linkedRight += messages.filter(counts).length - notTied.length;
  if (notTied.length > 0) misses.push({ what: 'not tied', messages: notTied, ...pair });
  if (wronglyTied.length > 0) misses.push({ what: 'wrongly tied', messages: wronglyTied, ...pair });
  const who = new Set(labelled.reporters);
  if (who.size === new Set(predicted.reporters).size && predicted.reporters.every((id) => who.has(id)))
    tally.reporters++;
  else misses.push({ what: 'reporters', messages, ...pair });
}

function comparePlaces(
  pair: { labelled: LabelledTicket; predicted: PredictedTicket },
  tally: Tally,
  misses: Miss[],
): void {
  const said = placeInWords(pair.labelled.place);
  const heard = placeInWords(pair.predicted.place);
  const isSaid = parts.some((part) => partOf(pair.labelled.place, part) !== '');
  if (isSaid) tally.placesSaid++;
  if (said === heard) {
    if (isSaid) tally.placesRight++;
    return;
  }
  if (!isSaid) tally.placesInvented++;
  const { messages } = pair.labelled;
  misses.push({ what: isSaid ? 'place' : 'place invented', messages, ...pair, said, heard });
}
