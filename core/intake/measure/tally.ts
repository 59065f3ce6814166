/** What was counted when predicted tickets were compared with labelled ones; sums over chats by adding. */
export interface Tally {
  chats: number;
  messages: number;
  labelled: number;
  predicted: number;
  /** Predicted where a clerk could make either: they count neither way. */
  ignored: number;
  matched: number;
  kind: number;
  area: number;
  urgency: number;
  emergencies: number;
  emergenciesFound: number;
  falseAlarms: number;
  placesSaid: number;
  placesRight: number;
  placesInvented: number;
  /** Messages tied to their ticket in both, by the prediction, and by the labels. */
  linkedRight: number;
  linkedPredicted: number;
  linkedLabelled: number;
  reporters: number;
  questions: number;
  /** Missed tickets about which the staff would have been asked. */
  askedRight: number;
  /** Of chats whose labels have no ticket at all. */
  chatterMessages: number;
  chatterFalse: number;
}

export const nothingCounted: Tally = {
  chats: 0,
  messages: 0,
  labelled: 0,
  predicted: 0,
  ignored: 0,
  matched: 0,
  kind: 0,
  area: 0,
  urgency: 0,
  emergencies: 0,
  emergenciesFound: 0,
  falseAlarms: 0,
  placesSaid: 0,
  placesRight: 0,
  placesInvented: 0,
  linkedRight: 0,
  linkedPredicted: 0,
  linkedLabelled: 0,
  reporters: 0,
  questions: 0,
  askedRight: 0,
  chatterMessages: 0,
  chatterFalse: 0,
};

const names = Object.keys(nothingCounted) as (keyof Tally)[];

export function sumOf(tallies: readonly Tally[]): Tally {
  const sum = { ...nothingCounted };
  for (const tally of tallies) for (const name of names) sum[name] += tally[name];
  return sum;
}
