import { simulationTextsFor } from '../../text/simulation/simulation-texts-for.ts';
import { textsFor } from '../../text/texts-for.ts';
import { addressees } from '../policy.ts';
import type { Simulated } from './simulate.ts';
import type { ClauseTally, PersonWeeks, Tally } from './tally.ts';

/** What was simulated, for people: from the first day to the last. */
export interface Simulation {
  community: string;
  from: string;
  to: string;
  /** The name of the file whose policy was tried. */
  file: string;
}

type Row = [label: string, of: (tally: Tally) => string];

/** The figures of both policies side by side, and last what is not simulated. */
export function reportLines(simulation: Simulation, simulated: Simulated, locale: string): string[] {
  const texts = simulationTextsFor(locale);
  const { community, from, to, file } = simulation;
  const { present, proposed, tickets, names } = simulated;
  if (tickets === 0) return [texts.none(community, from, to)];

  const duration = (ms: number | null): string => (ms === null ? '–' : textsFor(locale).duration(ms));
  const nameOf = (id: string): string => names.get(id) ?? '?';
  const both = [present, proposed];
  const clauses = [...new Set(both.flatMap((tally) => tally.clauses.map(({ clause }) => clause)))].sort();
  const told = addressees.filter((tell) => both.some((tally) => tally.escalations[tell] !== undefined));
  const people = ['reminders', 'escalations', 'nightCalls'] as const;
  const rows: Row[] = [
    ...clauses.flatMap((clause): Row[] => [
      [texts.inTime(clause), (tally) => shareOf(tally, clause)],
      [
        texts.taken(clause),
        (tally) => {
          const found = ofClause(tally, clause);
          return found ? `${duration(found.medianMs)} / ${duration(found.p90Ms)}` : '–';
        },
      ],
    ]),
    [texts.reminders(), ({ reminders }) => String(reminders)],
    ...told.map((tell): Row => [texts.escalations(tell), ({ escalations }) => String(escalations[tell] ?? 0)]),
    [texts.apologies(), ({ apologies }) => String(apologies)],
    [texts.returned(), ({ returned }) => String(returned)],
    [texts.followUps('bot'), ({ followUps }) => String(followUps.bot)],
    [texts.followUps('person'), ({ followUps }) => String(followUps.person)],
    [texts.reopened(), ({ reopened }) => String(reopened)],
    [texts.nightCalls(), ({ nightCalls }) => String(nightCalls)],
    ...people.map((what): Row => [texts.perPersonAndWeek(what), ({ perPerson }) => meanAndMost(perPerson[what])]),
    [
      texts.mostCalledAtNight(),
      ({ perPerson }) =>
        perPerson.nightCalls.most.map(({ personId, count }) => `${nameOf(personId)} ${count}`).join(', ') || '–',
    ],
  ];
  const table = rows.map(([label, of]) => [label, of(present), of(proposed)]);
  return [
    texts.title(community, from, to, tickets),
    ...columns([['', texts.present(), file], ...table]),
    texts.caveat(),
  ];
}

const ofClause = ({ clauses }: Tally, wanted: string): ClauseTally | undefined =>
  clauses.find(({ clause }) => clause === wanted);

function shareOf(tally: Tally, clause: string): string {
  const { inTime = 0, count = 0 } = ofClause(tally, clause) ?? {};
  return count === 0 ? '–' : `${inTime}/${count} ${((100 * inTime) / count).toFixed(1)}%`;
}

const meanAndMost = ({ mean, max }: PersonWeeks): string => `${mean.toFixed(2)} / ${max}`;

/** Aligned for a terminal, where Chinese signs are two columns wide. */
function columns(rows: readonly string[][]): string[] {
  const widths = rows.reduce<number[]>((most, row) => row.map((cell, i) => Math.max(most[i] ?? 0, widthOf(cell))), []);
  return rows.map((row) =>
    row
      .map((cell, index) => cell + ' '.repeat((widths[index] ?? 0) - widthOf(cell)))
      .join('   ')
      .trimEnd(),
  );
}

const widthOf = (text: string): number => text.length + (text.match(/[\u2E80-\uFFEF]/gu)?.length ?? 0);

/** The same for machines; who was called most is named. */
export function reportJson(simulation: Simulation, { tickets, present, proposed, names }: Simulated): string {
  const named = (tally: Tally): unknown => ({
    ...tally,
    perPerson: Object.fromEntries(
      Object.entries(tally.perPerson).map(([what, weeks]) => [
        what,
        { ...weeks, most: weeks.most.map(({ personId, count }) => ({ name: names.get(personId) ?? null, count })) },
      ]),
    ),
  });
  return JSON.stringify({ ...simulation, tickets, present: named(present), proposed: named(proposed) });
}
