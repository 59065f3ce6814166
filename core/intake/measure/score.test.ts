import { describe, expect, it } from 'vitest';
import { figuresOf, rowsOf } from './rows.ts';
import { type LabelledTicket, type PredictedTicket, scoreChat } from './score.ts';
import { sumOf } from './tally.ts';

const here = { building: '3', unit: null, room: null };
const nowhere = { building: null, unit: null, room: null };

const labelled = (messages: string[], more: Partial<LabelledTicket> = {}): LabelledTicket => ({
  key: `t${messages[0]}`,
  messages,
  kind: 'repair',
  area: 'facilities',
  urgency: 'normal',
  place: { ...here, spot: null },
  reporters: ['li'],
  sensitive: false,
  answeredBy: null,
  solvedBy: null,
  ...more,
});
const predicted = (messages: string[], more: Partial<PredictedTicket> = {}): PredictedTicket => ({
  messages,
  kind: 'repair',
  area: 'facilities',
  urgency: 'normal',
  place: here,
  reporters: ['li'],
  doubtful: false,
  ...more,
});

function scored(
  tickets: LabelledTicket[],
  predictions: PredictedTicket[],
  either: string[] = [],
): { figures: Record<string, number>; misses: string[] } {
  const { tally, misses } = scoreChat({ tickets, either }, 100, predictions);
  return {
    figures: figuresOf(tally),
    misses: misses.map(({ what, messages }) => `${what} ${messages.join(' ')}`),
  };
}

describe('tickets compared with what a careful clerk made of the chat', () => {
  it.each([
    {
      told: 'the same ticket',
      tickets: [labelled(['1', '2'])],
      predictions: [predicted(['1', '2'])],
      figures: { ticketF1: 100, kindRight: 100, areaRight: 100, placeRight: 100, linkF1: 100, reportersRight: 100 },
      misses: [],
    },
    {
      told: 'no ticket where one should be',
      tickets: [labelled(['1', '2'])],
      predictions: [],
      figures: { ticketRecall: 0, ticketF1: 0, falsePer1000: 0 },
      misses: ['missed 1 2'],
    },
    {
      told: 'a ticket where none should be',
      tickets: [labelled(['1'])],
      predictions: [predicted(['1']), predicted(['7', '8'])],
      figures: { ticketPrecision: 50, ticketRecall: 100, ticketF1: 66.7, falsePer1000: 10 },
      misses: ['false 7 8'],
    },
    {
      told: 'a matter cut in two: the larger piece is the ticket, the other one too many',
      tickets: [labelled(['1', '2', '3'])],
      predictions: [predicted(['1']), predicted(['2', '3'])],
      figures: { ticketPrecision: 50, ticketRecall: 100, linkF1: 80 },
      misses: ['not tied 1', 'false 1'],
    },
    {
      told: 'two matters in one: the one with the same first message is found',
      tickets: [labelled(['1']), labelled(['2'])],
      predictions: [predicted(['2', '1'])],
      figures: { ticketRecall: 50, ticketPrecision: 100 },
      misses: ['wrongly tied 1', 'missed 1'],
    },
    {
      told: 'two matters in one message: each is that of its kind',
      tickets: [labelled(['1'], { kind: 'complaint' }), labelled(['1'], { key: 'b' })],
      predictions: [predicted(['1']), predicted(['1'], { kind: 'complaint' })],
      figures: { ticketF1: 100, kindRight: 100 },
      misses: [],
    },
    {
      told: 'what a clerk could make either of: the ticket counts neither way',
      tickets: [labelled(['1'])],
      predictions: [predicted(['1']), predicted(['5'], { urgency: 'emergency' })],
      either: ['5'],
      figures: { ticketPrecision: 100, falseAlarms: 0 },
      misses: [],
    },
    {
      told: 'lines that count neither way where they are tied: either, and the one that settles',
      tickets: [labelled(['1', '4', '5'], { solvedBy: '4' })],
      predictions: [predicted(['1', '9'])],
      either: ['5', '9'],
      figures: { linkF1: 100 },
      misses: [],
    },
    {
      told: 'a question to the staff: no ticket, and counted beside',
      tickets: [labelled(['1']), labelled(['3'])],
      predictions: [predicted(['1'], { doubtful: true }), predicted(['8'], { doubtful: true })],
      figures: { ticketRecall: 0, recallWithQuestions: 50, questionsPer1000: 20, falsePer1000: 0 },
      misses: ['missed 1', 'missed 3'],
    },
    {
      told: 'another kind, area and urgency',
      tickets: [labelled(['1'])],
      predictions: [predicted(['1'], { kind: 'complaint', area: 'other', urgency: 'emergency' })],
      figures: { kindRight: 0, areaRight: 0, urgencyRight: 0, falseAlarms: 1 },
      misses: ['kind 1', 'area 1', 'urgency 1'],
    },
    {
      told: 'a false ticket that is an emergency: an alarm',
      tickets: [],
      predictions: [predicted(['1'], { urgency: 'emergency' })],
      figures: { falseAlarms: 1, falsePer1000Chatter: 10 },
      misses: ['false 1'],
    },
    {
      told: 'an emergency that was found, and one that was not seen to be one',
      tickets: [labelled(['1'], { urgency: 'emergency' }), labelled(['2'], { urgency: 'emergency' })],
      predictions: [predicted(['1'], { urgency: 'emergency' }), predicted(['2'])],
      figures: { emergencies: 2, emergenciesFound: 1, falseAlarms: 0 },
      misses: ['urgency 2'],
    },
    {
      told: 'thanks, whose area is not compared',
      tickets: [labelled(['1'], { kind: 'praise' })],
      predictions: [predicted(['1'], { kind: 'praise', area: 'service' })],
      figures: { areaRight: 100 },
      misses: [],
    },
    {
      told: 'a letter in lower case: the same place',
      tickets: [labelled(['1'], { place: { building: 'A', unit: null, room: '12b', spot: '门口' } })],
      predictions: [predicted(['1'], { place: { building: 'a', unit: '', room: '12B' } })],
      figures: { placeRight: 100 },
      misses: [],
    },
    {
      told: 'a place that is wrong in a part, and one that nobody said',
      tickets: [labelled(['1']), labelled(['2'], { place: { ...nowhere, spot: '南门' } })],
      predictions: [predicted(['1'], { place: { ...here, unit: '2' } }), predicted(['2'])],
      figures: { placeRight: 0, placesInvented: 1 },
      misses: ['place 1', 'place invented 2'],
    },
    {
      told: 'a reporter too many',
      tickets: [labelled(['1'])],
      predictions: [predicted(['1'], { reporters: ['li', 'wang'] })],
      figures: { reportersRight: 0 },
      misses: ['reporters 1'],
    },
  ])('$told', ({ tickets, predictions, either, figures, misses }) => {
    const found = scored(tickets, predictions, either);
    expect(found.figures).toMatchObject(figures);
    expect(found.misses).toEqual(misses);
  });

  it('says what was said and what was heard', () => {
    const { misses } = scoreChat({ tickets: [labelled(['1'])], either: [] }, 1, [
      predicted(['1'], { kind: 'inquiry', place: nowhere }),
    ]);
    expect(misses).toMatchObject([
      { what: 'kind', said: 'repair', heard: 'inquiry' },
      { what: 'place', said: '3 · ·', heard: '· · ·' },
    ]);
  });
});

describe('the rows', () => {
  const of = (size: number, tickets: LabelledTicket[], predictions: PredictedTicket[]) =>
    scoreChat({ tickets, either: [] }, size, predictions).tally;
  const right = of(300, [labelled(['1']), labelled(['2'])], [predicted(['1']), predicted(['2'])]);
  const chatter = of(200, [], [predicted(['4'])]);

  it('are of all chats together, each ticket and message counted once', () => {
    const shown = Object.fromEntries(rowsOf(sumOf([right, chatter])).map(({ name, shown }) => [name, shown]));
    expect(shown).toMatchObject({
      labelled: '2 / 500 / 2',
      ticketPrecision: '66.7',
      ticketRecall: '100.0',
      ticketF1: '80.0',
      placeRight: '100.0 (of 2)',
      emergenciesFound: '0 / 0',
      falsePer1000: '2.0',
      falsePer1000Chatter: '5.0 (of 200)',
    });
  });

  it('say where nothing was there to measure, and machines get no figure for it', () => {
    expect(rowsOf(right).find(({ name }) => name === 'falsePer1000Chatter')?.shown).toBe('n/a');
    expect(figuresOf(right)).not.toHaveProperty('falsePer1000Chatter');
    expect(figuresOf(of(0, [], []))).toMatchObject({ ticketF1: 0, placesInvented: 0 });
    expect(figuresOf(of(0, [], []))).not.toHaveProperty('ticketPrecision');
  });
});
