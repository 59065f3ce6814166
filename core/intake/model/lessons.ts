import { type Alternative, alternativesOf, staffAlternatives, weighedOf } from '../alternatives.ts';
import { areaFeatures, areas, kindFeatures, kinds, urgencyFeatures } from '../classify.ts';
import { hear } from '../features.ts';
import { GroupMemory } from '../memory.ts';
import type { LabelledChat, Labels } from '../replay/labels.ts';
import { toldOf } from '../told.ts';
import { understandBy } from '../understand.ts';
import type { Analysis } from '../analysis.ts';
import type { Act, Area, HeardMatter, HeardMessage, Kind, Understanding, Urgency } from '../understanding.ts';
import type { Judged } from './calibrate.ts';
import type { Codebook, Lesson, Option } from './learn.ts';
import type { Model } from './model.ts';

type Ticket = Labels['tickets'][number];

/** Choices with what was right, by what they teach of the words of a matter. */
export interface Descriptions {
  kinds: Lesson[];
  areas: Lesson[];
  /** Whether there is danger, of everything that is said. */
  dangers: Lesson[];
  /** Whether a matter without danger is more urgent than others. */
  hastes: Lesson[];
}

export const noDescriptions = (): Descriptions => ({ kinds: [], areas: [], dangers: [], hastes: [] });

/** What the labels say of a chat, to be asked message by message. */
interface Gold {
  tickets: readonly Ticket[];
  of: ReadonlyMap<string, Ticket[]>;
  /** Messages of which a clerk could make either. */
  either: ReadonlySet<string>;
}

const goldOf = ({ tickets, either }: Labels): Gold => {
  const of = new Map<string, Ticket[]>();
  for (const ticket of tickets) for (const id of ticket.messages) of.set(id, [...(of.get(id) ?? []), ticket]);
  return { tickets, of, either: new Set(either) };
};

/** What the labels of a chat teach of the words in which matters are told. */
export function descriptionsOf({ setting, messages, labels }: LabelledChat, book: Codebook): Descriptions {
  const lessons = noDescriptions();
  const gold = goldOf(labels);
  const { of, either } = gold;
  const memory = new GroupMemory(setting);
  const keys = new Map<string, string>();
  for (const message of messages) {
    if (!message.fromStaff) {
      const context = memory.context(message.at);
      const { matters, recent } = context;
      const { own, burst } = hear(message, context);
      const [opens, ...others] = of.get(message.id) ?? [];
      if (!opens && !either.has(message.id) && own.size > 0)
        lessons.dangers.push(book.code(urgencyLesson(own, 'emergency', false)));
      if (opens && others.length === 0) {
        const known = matters.find(({ id }) => keys.get(id) === opens.key);
        // What is told of it later describes it, too, together with what was told before.
        if (opens.messages[0] === message.id) teach(lessons, book, burst, opens);
        else if (known && own.size > 0) teach(lessons, book, toldOf(known, recent, message), opens);
      }
    }
    for (const id of memory.hear(message, understoodByLabels(message, gold, keys))) keep(id, memory, gold, keys);
  }
  return lessons;
}

/**
 * What the labels of a chat teach of what each message is: the choices that were open, and which of them were right. With `as: 'labelled'` the
 * group knows at each message what the labels say; with `as: 'understood'` what this model has made of it, mistakes and all, so that it also
 * learns what to do after a mistake.
 *
 * @param judge told how the model scored what each message of a resident could be, and what was right
 */
export function choicesOf(
  { setting, messages, labels }: LabelledChat,
  book: Codebook,
  model: Model,
  as: 'labelled' | 'understood',
  judge?: (one: Judged) => void,
): Lesson[] {
  const lessons: Lesson[] = [];
  const memory = new GroupMemory(setting);
  const understand = understandBy(model);
  const gold = goldOf(labels);
  /** Which ticket of the labels each known matter is. */
  const keys = new Map<string, string>();
  for (const message of messages) {
    const context = memory.context(message.at);
    if (message.fromStaff) {
      const lesson = answerLesson(staffAlternatives(message, context, model), message, gold, keys);
      if (lesson.some(({ right }) => right)) lessons.push(book.code(lesson));
    } else if (!gold.either.has(message.id)) {
      const { hearing, all } = alternativesOf(message, context, model);
      const lesson = choiceLesson(all, message, gold, keys);
      if (lesson.some(({ right }) => right)) lessons.push(book.code(lesson));
      judge?.({ ...weighedOf(hearing, all, model), rights: lesson.map(({ right }) => right) });
    }
    const understood = as === 'understood' ? understand(message, context) : understoodByLabels(message, gold, keys);
    for (const id of memory.hear(message, understood)) keep(id, memory, gold, keys);
  }
  return lessons;
}

/** A new matter is the first ticket of the labels that speaks of its messages and that no other matter is. */
function keep(id: string, memory: GroupMemory, { of }: Gold, keys: Map<string, string>): void {
  const told = memory.toTickets().find((one) => one.id === id)?.told ?? [];
  const taken = new Set(keys.values());
  const key = told.flatMap((one) => of.get(one) ?? []).find((ticket) => !taken.has(ticket.key))?.key;
  if (key !== undefined) keys.set(id, key);
}

const optionOf = ({ group, signs, grams, beside }: Alternative, right: boolean): Option => ({
  group,
  features: signs,
  grams,
  beside,
  right,
});

function choiceLesson(
  all: readonly Alternative[],
  { id }: HeardMessage,
  { tickets, of }: Gold,
  keys: ReadonlyMap<string, string>,
): Option[] {
  const mine = of.get(id) ?? [];
  const known = new Set(keys.values());
  const unknown = mine.filter(({ key }) => !known.has(key));
  const settled = tickets.filter(({ key, solvedBy }) => solvedBy === id && known.has(key));
  const belongs = new Set([...mine, ...settled].map(({ key }) => key));
  const isLate = ({ suspected }: Alternative): boolean =>
    suspected !== null && (of.get(suspected.message.id) ?? []).some((ticket) => unknown.includes(ticket));
  const hasLate = all.some(isLate);
  return all.map((one) => {
    if (one.group === 'none') return optionOf(one, mine.length + settled.length === 0);
    if (one.group === 'matter') return optionOf(one, unknown.length > 0 && !hasLate);
    return optionOf(one, one.matter ? belongs.has(keys.get(one.matter.id) ?? '') : isLate(one));
  });
}

function answerLesson(
  all: readonly Alternative[],
  { id }: HeardMessage,
  { tickets, of }: Gold,
  keys: ReadonlyMap<string, string>,
): Option[] {
  const answered = new Set(tickets.filter((one) => one.answeredBy === id || one.solvedBy === id).map(({ key }) => key));
  // The labels name the first answer only: what comes later may be another one.
  const before = new Set(tickets.filter((one) => isBefore(one.answeredBy, id)).map(({ key }) => key));
  return all.map((one) => {
    if (one.group === 'none') return optionOf(one, answered.size === 0);
    const key = keys.get(one.matter?.id ?? '') ?? '';
    if (one.matter) return optionOf(one, answered.has(key) || (answered.size === 0 && before.has(key)));
    return optionOf(
      one,
      (of.get(one.suspected?.message.id ?? '') ?? []).some((ticket) => answered.has(ticket.key)),
    );
  });
}

const isBefore = (one: string | null, other: string): boolean => one !== null && Number(one) < Number(other);

/** What a group would have known if everything had been understood as the labels have it. */
const understoodByLabels = (message: HeardMessage, gold: Gold, keys: ReadonlyMap<string, string>): Understanding => ({
  acts: actsByLabels(message, gold, keys),
  explanation: { by: 'labels', reasons: [] },
});

function actsByLabels(message: HeardMessage, { tickets, of }: Gold, keys: ReadonlyMap<string, string>): Act[] {
  const idOf = new Map([...keys].map(([id, key]) => [key, id]));
  const known = (ticket: Ticket): string[] => {
    const id = idOf.get(ticket.key);
    return id === undefined ? [] : [id];
  };
  if (message.fromStaff)
    return tickets
      .filter(({ answeredBy, solvedBy }) => answeredBy === message.id || solvedBy === message.id)
      .flatMap((ticket) =>
        known(ticket).map((matterId): Act => ({ kind: 'answer', matterId, settles: ticket.solvedBy === message.id })),
      );
  const mine = of.get(message.id) ?? [];
  const told = mine.flatMap((ticket): Act[] => {
    const [matterId] = known(ticket);
    if (matterId !== undefined) return [{ kind: 'addition', matterId, part: 'addition', changes: {} }];
    const matter: HeardMatter = { ...ticket, summary: message.text.slice(0, 80), confidence: 1 };
    return [{ kind: 'report', matter }];
  });
  const settled = tickets
    .filter((ticket) => ticket.solvedBy === message.id && !mine.includes(ticket))
    .flatMap((ticket) =>
      known(ticket).map((matterId): Act => ({ kind: 'addition', matterId, part: 'settled', changes: {} })),
    );
  return [...told, ...settled];
}

/** Adds what the text of a matter teaches of its kind, its area and its urgency; thanks are of no area in particular. */
export function teach(
  lessons: Descriptions,
  book: Codebook,
  text: Analysis,
  { kind, area, urgency }: { kind: Kind; area: Area; urgency: Urgency },
): void {
  const grams = { prefix: '', of: text };
  const ofKind = kindFeatures(text);
  lessons.kinds.push(book.code(kinds.map((one) => ({ group: one, features: ofKind, grams, right: one === kind }))));
  const ofArea = areaFeatures(text);
  if (kind !== 'praise')
    lessons.areas.push(book.code(areas.map((one) => ({ group: one, features: ofArea, grams, right: one === area }))));
  lessons.dangers.push(book.code(urgencyLesson(text, 'emergency', urgency === 'emergency')));
  if (urgency !== 'emergency') lessons.hastes.push(book.code(urgencyLesson(text, 'high', urgency === 'high')));
}

/** Whether a text tells of such an urgency. */
export const urgencyLesson = (text: Analysis, urgency: 'emergency' | 'high', right: boolean): Option[] => [
  { group: 'none', features: {}, right: !right },
  { group: urgency, features: urgencyFeatures(text), grams: { prefix: '', of: text }, right },
];
