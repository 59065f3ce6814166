import { join } from 'node:path';
import { ZodError } from 'zod';
import { type ModelCost, microsecondsPerMessage, modelCost } from '../intake/measure/cost.ts';
import { withoutConversation, withoutRuns, withoutUnits } from '../intake/measure/leave-out.ts';
import { measureChat, type MeasuredChat } from '../intake/measure/measure-chat.ts';
import { missLines } from '../intake/measure/miss-lines.ts';
import { figuresOf, rowsOf } from '../intake/measure/rows.ts';
import { sumOf } from '../intake/measure/tally.ts';
import { fit } from '../intake/model/fit.ts';
import { type Model, shipped } from '../intake/model/model.ts';
import { type NamedChat, readChats, readLines } from '../intake/model/read-training.ts';
import { understandBy } from '../intake/understand.ts';
import type { Understand } from '../intake/understanding.ts';
import type { Benchmark } from './benchmark.ts';
import { rounded } from './figures.ts';

const intake = join(import.meta.dirname, '..', 'intake');
const training = join(intake, 'training');

/** So many misses are shown first, under a heading of their own. */
const WORST = 20;

/** What linli makes of labelled chats beside what a careful clerk made of them, by the code and the model that the bots use. */
export const understanding: Benchmark = async ({ flags, folder, say }) => {
  const isCrossed = flags.has('cross-validated');
  const from = folder ?? (isCrossed ? training : join(intake, 'corpus'));
  const chats = chatsIn(from);
  if (typeof chats === 'string') return { said: chats };
  if (isCrossed && chats.length < 2)
    return {
      said: `${from} holds one labelled chat: --cross-validated needs two at least, because each is understood by a model that learned from others. Without it, a chat is measured by the model of the repository.`,
    };
  const understands = understandingFor(shipped, flags);
  say(`understanding ${chats.length} chats of ${from} …`);
  const measured = isCrossed ? crossValidated(chats, flags, say) : chats.map((chat) => measureChat(chat, understands));
  say('measuring what it costs …');
  const microseconds = microsecondsPerMessage(chats, understands);
  const cost = await modelCost(shipped);
  return {
    figures: {
      ...figuresOf(sumOf(measured.map(({ tally }) => tally))),
      microsecondsPerMessage: rounded(microseconds, 1),
      loadMs: rounded(cost.loadMs, 1),
      modelMb: rounded(cost.memoryMb, 1),
    },
    lines: [
      ...leftOut(flags),
      ...tableOf(measured),
      '',
      ...costLines(microseconds, cost),
      trainingLine(isCrossed ? chats : readChats(training)),
      ...(flags.has('misses') ? ['', ...missesOf(measured)] : []),
    ],
  };
};

/** The labelled chats of a folder, or what is wrong with it. */
function chatsIn(folder: string): NamedChat[] | string {
  try {
    const chats = readChats(folder);
    if (chats.some(({ messages }) => messages.length > 0)) return chats;
    return `${folder} holds no labelled chat: each is a pair of files, NAME.json and NAME.labels.json (core/intake/corpus/GUIDE.md).`;
  } catch (error) {
    const why = error instanceof ZodError ? firstOf(error) : error instanceof Error ? error.message : String(error);
    return `${folder} cannot be measured on: ${why}. Each chat is a pair of files, NAME.json and NAME.labels.json (core/intake/corpus/GUIDE.md).`;
  }
}

/** Where in the labels the first mistake is, and what it is. */
const firstOf = ({ issues: [first] }: ZodError): string =>
  first ? `${first.path.map(String).join('.')}: ${first.message}` : 'the labels are not as they should be';

/** Learns anew from these chats and the lines of the repository, and has each chat understood by a model that was learned from others. Takes as long as training. */
function crossValidated(
  chats: readonly NamedChat[],
  flags: ReadonlySet<string>,
  say: (line: string) => void,
): MeasuredChat[] {
  const { unseen } = fit(chats, readLines(join(training, 'lines')), say);
  return chats.map((chat, at) => {
    const model = unseen[at];
    if (!model) throw new RangeError(`no model was learned without ${chat.name}`);
    return measureChat(chat, understandingFor(model, flags));
  });
}

function understandingFor(model: Model, flags: ReadonlySet<string>): Understand {
  const heard = flags.has('no-runs') ? withoutRuns(model) : model;
  const understands = understandBy(flags.has('no-units') ? withoutUnits(heard) : heard);
  return flags.has('no-conversation') ? withoutConversation(understands) : understands;
}

const leftOut = (flags: ReadonlySet<string>): string[] => [
  ...(flags.has('cross-validated')
    ? ['each chat is understood by a model that was trained without it; time and memory are those of the shipped model']
    : []),
  ...(flags.has('no-runs')
    ? ['without the runs of characters; the rest of the model is as it was learned with them']
    : []),
  ...(flags.has('no-units')
    ? ['without what features mean together; the rest of the model is as it was learned with it']
    : []),
  ...(flags.has('no-conversation') ? ['without the conversation: each message is understood alone'] : []),
];

/** A row for each figure, a column for all chats together and for each of their languages. */
function tableOf(measured: readonly MeasuredChat[]): string[] {
  const locales = [...new Set(measured.map(({ chat }) => chat.setting.locale))].toSorted();
  const columns = [
    { name: 'all', of: measured },
    ...locales.map((name) => ({ name, of: measured.filter(({ chat }) => chat.setting.locale === name) })),
  ].map(({ name, of }) => ({ name, rows: rowsOf(sumOf(of.map(({ tally }) => tally))) }));
  const [all] = columns;
  const titles = ['', ...columns.map(({ name }) => name)];
  const rows = (all?.rows ?? []).map(({ about }, at) => [about, ...columns.map((one) => one.rows[at]?.shown ?? '')]);
  const widths = titles.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  return [titles, ...rows].map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

const costLines = (microseconds: number, { fileMb, features, memoryMb, loadMs, restMs }: ModelCost): string[] => [
  `time: ${microseconds.toFixed(0)} µs a message on one core`,
  `model: ${features} features in ${fileMb.toFixed(1)} MB, ${memoryMb.toFixed(1)} MB of memory, loaded in ${loadMs.toFixed(0)} ms (the rules and words around it in ${restMs.toFixed(0)} ms)`,
];

function trainingLine(chats: readonly NamedChat[]): string {
  const messages = chats.reduce((sum, chat) => sum + chat.messages.length, 0);
  const tickets = chats.reduce((sum, { labels }) => sum + labels.tickets.length, 0);
  const lines = readLines(join(training, 'lines')).length;
  return `training data: ${chats.length} chats with ${messages} messages and ${tickets} tickets, and ${lines} single lines`;
}

function missesOf(measured: readonly MeasuredChat[]): string[] {
  const lines = missLines(measured);
  const others = lines.slice(WORST);
  return [
    lines.length === 0 ? 'no misses' : `the worst of ${lines.length} misses:`,
    ...lines.slice(0, WORST),
    ...(others.length === 0 ? [] : ['', 'the others:', ...others]),
  ];
}
