import { type Alternative, alternativesOf, staffAlternatives } from '../alternatives.ts';
import { areaFeatures, areas, kindFeatures, kinds, urgencyFeatures } from '../classify.ts';
import type { Hearing } from '../features.ts';
import { GroupMemory } from '../memory.ts';
import type { LabelledChat, Labels } from '../replay/labels.ts';
import { understandBy } from '../understand.ts';
import type { Analysis } from '../analysis.ts';
import type { Act, Area, HeardMatter, HeardMessage, Kind, Understanding, Urgency } from '../understanding.ts';
import type { Option } from './learn.ts';
import type { Model } from './model.ts';

type Ticket = Labels['tickets'][number];

/** Choices with what was right, by what they teach. */
export interface Lessons {
  /** What a message is. */
  choices: Option[][];
  kinds: Option[][];
  areas: Option[][];
  /** Whether there is danger, of everything that is said. */
  dangers: Option[][];
  /** Whether a matter without danger is more urgent than others. */
  hastes: Option[][];
}

export const noLessons = (): Lessons => ({ choices: [], kinds: [], areas: [], dangers: [], hastes: [] });

/** What the labels say of a chat, to be asked message by message. */
interface Gold {
  tickets: readonly Ticket[];
  of: ReadonlyMap<string, Ticket[]>;
  /** Messages of which a clerk could make either. */
  either: ReadonlySet<string>;
}

/**
 * What the labels of a chat teach: the choices that were open at each message, and which of them were right. With `as: 'labelled'` the group
 * knows at each message what the labels say; with `as: 'understood'` what this model has made of it, mistakes and all, so that it also learns
 * what to do after a mistake.
 */
export function lessonsOf(
  { setting, messages, labels }: LabelledChat,
  model: Model,
  as: 'labelled' | 'understood',
): Lessons {
  const lessons = noLessons();
  const memory = new GroupMemory(setting);
  const understand = understandBy(model);
  const of = new Map<string, Ticket[]>();
  for (const ticket of labels.tickets) for (const id of ticket.messages) of.set(id, [...(of.get(id) ?? []), ticket]);
  const gold: Gold = { tickets: labels.tickets, of, either: new Set(labels.either) };
  /** Which ticket of the labels each known matter is. */
  const keys = new Map<string, string>();
  for (const message of messages) {
    const context = memory.context(message.at);
    if (message.fromStaff) {
      const lesson = answerLesson(staffAlternatives(message, context, model.choice), message, gold, keys);
      if (lesson.some(({ right }) => right)) lessons.choices.push(lesson);
    } else {
      const { hearing, all } = alternativesOf(message, context, model.choice);
      const lesson = choiceLesson(all, message, gold, keys);
      if (!gold.either.has(message.id) && lesson.some(({ right }) => right)) lessons.choices.push(lesson);
      const [opens, ...others] = of.get(message.id) ?? [];
      if (as === 'labelled' && !opens && !gold.either.has(message.id) && hearing.own.size > 0)
        lessons.dangers.push(urgencyLesson(hearing.own, 'emergency', false));
      if (as === 'labelled' && opens?.messages[0] === message.id && others.length === 0)
        describe(lessons, hearing, opens);
    }
    const understood: Understanding =
      as === 'understood'
        ? understand(message, context)
        : { acts: actsByLabels(message, gold, keys), explanation: { by: 'labels', reasons: [] } };
    const opened = memory.hear(message, understood);
    for (const id of opened) keep(id, memory, gold, keys);
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

const optionOf = ({ group, signs, grams }: Alternative, right: boolean): Option => ({
  group,
  features: signs,
  grams,
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

function describe(lessons: Lessons, { burst }: Hearing, ticket: Ticket): void {
  teach(lessons, burst, ticket);
}

/** Adds what the text of a matter teaches of its kind, its area and its urgency; thanks are of no area in particular. */
export function teach(
  lessons: Lessons,
  text: Analysis,
  { kind, area, urgency }: { kind: Kind; area: Area; urgency: Urgency },
): void {
  const grams = { prefix: '', of: text };
  const ofKind = kindFeatures(text);
  lessons.kinds.push(kinds.map((one) => ({ group: one, features: ofKind, grams, right: one === kind })));
  const ofArea = areaFeatures(text);
  if (kind !== 'praise')
    lessons.areas.push(areas.map((one) => ({ group: one, features: ofArea, grams, right: one === area })));
  lessons.dangers.push(urgencyLesson(text, 'emergency', urgency === 'emergency'));
  if (urgency !== 'emergency') lessons.hastes.push(urgencyLesson(text, 'high', urgency === 'high'));
}

/** Whether a text tells of such an urgency. */
export const urgencyLesson = (text: Analysis, urgency: 'emergency' | 'high', right: boolean): Option[] => [
  { group: 'none', features: {}, right: !right },
  { group: urgency, features: urgencyFeatures(text), grams: { prefix: '', of: text }, right },
];
