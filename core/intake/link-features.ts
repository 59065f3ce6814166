import { type Analysis, analyse } from './analysis.ts';
import { apartInDanger, isCourtesy, seemsApart } from './apart.ts';
import { type Features, type Hearing, shareGrams } from './features.ts';
import type { SaidPlace } from './place/parse-places.ts';
import type { GroupContext, HeardMessage, KnownMatter } from './understanding.ts';

/** How many matters a message is compared with at most. */
const COMPARED = 8;
const MINUTE = 60_000;

/** What all candidates of one message share, worked out once. */
export interface Surroundings {
  byId: ReadonlyMap<string, HeardMessage>;
  said: SaidPlace | null;
  /** The message just before, whoever wrote it. */
  previous: HeardMessage | null;
  /** The last message of the same sender. */
  previousOwn: HeardMessage | null;
  /** A word of the staff belongs to it. */
  isAnswered(matter: KnownMatter): boolean;
  /** How many messages were said since its last one; those that are still near. */
  since(matter: KnownMatter): number;
}

/** Which of the candidates is the nearest, in several ways. */
interface Ranks {
  newest: string | null;
  newestOwn: string | null;
  mostAlike: string | null;
  owns: number;
}

export function surroundings(hearing: Hearing, context: GroupContext): Surroundings {
  const { message } = hearing;
  let previousOwn: HeardMessage | null = null;
  for (let at = context.recent.length - 1; at >= 0 && !previousOwn; at--) {
    const earlier = context.recent[at];
    if (earlier && message.senderId !== null && earlier.senderId === message.senderId) previousOwn = earlier;
  }
  const ofStaff = new Set(context.recent.filter(({ fromStaff }) => fromStaff).map(({ id }) => id));
  const places = new Map(context.recent.map(({ id }, at) => [id, at]));
  return {
    byId: new Map(context.recent.map((earlier) => [earlier.id, earlier])),
    said: hearing.places[0] ?? null,
    previous: context.recent.at(-1) ?? null,
    previousOwn,
    isAnswered: ({ messages }) => messages.some((id) => ofStaff.has(id)),
    since: ({ messages }) => {
      const last = places.get(messages.at(-1) ?? '') ?? -1;
      return context.recent.length - 1 - last;
    },
  };
}

/** Which of the candidates is the nearest, and how. */
export function ranksOf({ message, own }: Hearing, links: Candidates['links']): Ranks {
  let newest: KnownMatter | null = null;
  let newestOwn: KnownMatter | null = null;
  let mostAlike: string | null = null;
  let most = 0;
  let owns = 0;
  for (const { matter, about } of links) {
    if (!newest || matter.lastMessageAt > newest.lastMessageAt) newest = matter;
    if (message.senderId !== null && matter.reporterIds.includes(message.senderId)) {
      owns++;
      if (!newestOwn || matter.lastMessageAt > newestOwn.lastMessageAt) newestOwn = matter;
    }
    let alike = 0;
    for (const text of about) alike = Math.max(alike, 2 * sharedThings(own, text) + shareGrams(own, text, 6));
    if (alike > most) [most, mostAlike] = [alike, matter.id];
  }
  return { newest: newest?.id ?? null, newestOwn: newestOwn?.id ?? null, mostAlike, owns };
}

/** What a message is compared with, and why it was kept apart from the likeliest of the others. */
export interface Candidates {
  links: { matter: KnownMatter; about: readonly Analysis[]; unlike: string | null }[];
  apart: string | null;
}

/** The matters that a message could belong to at all: the newest, its sender's, the one replied to, those that share a thing. */
export function candidates(hearing: Hearing, context: GroupContext, around: Surroundings): Candidates {
  const { message, own } = hearing;
  if (isCourtesy(hearing)) return { links: [], apart: 'only thanks, or "received"' };
  const worth = (matter: KnownMatter): number => {
    if (message.replyToId !== null && matter.messages.includes(message.replyToId)) return 100;
    let points = message.senderId !== null && matter.reporterIds.includes(message.senderId) ? 40 : 0;
    if (own.size > 0) {
      const about = analyse(matter.summary);
      points += 8 * Math.min(2, sharedThings(own, about)) + 4 * Math.min(3, shareGrams(own, about, 3));
    }
    if (matter.settledAt) points -= 6;
    return points + 20 / (1 + (message.at.getTime() - matter.lastMessageAt.getTime()) / (30 * MINUTE));
  };
  let apart: string | null = null;
  const links = context.matters
    .map((matter) => ({ matter, points: worth(matter) }))
    .filter(({ points }) => points > 3)
    .sort((a, b) => b.points - a.points)
    .slice(0, COMPARED)
    .map(({ matter }) => {
      const about = textsOf(matter, around.byId);
      return { matter, about, unlike: seemsApart(hearing, matter, about) };
    })
    .filter(({ matter, about, unlike }) => {
      const danger = apartInDanger(hearing, matter, about);
      apart ??= danger ?? unlike;
      return danger === null;
    });
  return { links, apart };
}

function sharedThings(one: Analysis, other: Analysis): number {
  let shared = 0;
  for (const thing of one.things) if (thing !== 'office' && other.things.has(thing)) shared++;
  return shared;
}

/** What is said in a matter: its summary and those of its messages that are still near. */
function textsOf(matter: KnownMatter, byId: Surroundings['byId']): Analysis[] {
  const texts = [analyse(matter.summary)];
  for (const id of matter.messages.slice(0, 4)) {
    const near = byId.get(id);
    if (near && !near.fromStaff && near.text !== matter.summary) texts.push(analyse(near.text));
  }
  return texts;
}

/** How many messages were said after the last one of a matter, roughly. */
const sinceOf = (count: number): string =>
  count === 0
    ? 'nothing'
    : count === 1
      ? 'one'
      : count <= 3
        ? 'few'
        : count <= 8
          ? 'some'
          : count <= 20
            ? 'many'
            : 'very many';

/** What of the words and of their meanings stands in a matter, too, each by its name: some of it says more than the rest. */
function shares(on: (name: string, value: boolean | number) => void, own: Analysis, about: readonly Analysis[]): void {
  for (const gram of own.grams) if (about.some(({ grams }) => grams.has(gram))) on(`shares “${gram}`, 0.5);
  let count = 0;
  for (const name of own.classes)
    if (about.some(({ classes }) => classes.has(name))) {
      on(`shares {${name}}`, 0.5);
      count++;
    }
  on('shared meanings', Math.min(4, count) / 2);
}

/** What speaks for and against a message belonging to a known matter. */
export function linkFeatures(
  hearing: Hearing,
  { matter, about, unlike }: Candidates['links'][number],
  around: Surroundings,
  ranks: Ranks,
): Features {
  const { message, own } = hearing;
  const features: Features = { base: 1 };
  const on = (name: string, value: boolean | number): void => {
    if (value) features[name] = Number(value);
  };
  const says = (concept: Parameters<typeof own.concepts.has>[0]): boolean => own.concepts.has(concept);
  const minutes = (message.at.getTime() - matter.lastMessageAt.getTime()) / MINUTE;
  const when =
    minutes <= 2
      ? 'within 2 min'
      : minutes <= 6
        ? 'within 6 min'
        : minutes <= 20
          ? 'within 20 min'
          : minutes <= 90
            ? 'within 90 min'
            : minutes <= 720
              ? 'within 12 h'
              : 'later';
  const reporter = message.senderId !== null && matter.reporterIds.includes(message.senderId);
  let shared = 0;
  for (const thing of own.things) if (thing !== 'office' && about.some(({ things }) => things.has(thing))) shared++;
  let grams = 0;
  for (const gram of own.grams) if (grams < 3 && about.some((text) => text.grams.has(gram))) grams++;
  const inReply = message.replyToId !== null && matter.messages.includes(message.replyToId);
  const last = around.previous !== null && matter.messages.includes(around.previous.id);
  const ownLast = around.previousOwn !== null && matter.messages.includes(around.previousOwn.id);
  const soon = minutes <= 6;
  const chase = says('chase') || says('anger');

  on(`${reporter ? 'reporter' : 'another'}, ${when}`, true);
  on('reporter', reporter);
  on('reporter, and it is their last word', ownLast);
  on('reporter, their last word, soon', ownLast && soon);
  on('reporter, right after', ownLast && last && soon);
  on('another, right after', last && !reporter);
  on('another, right after, me too', last && !reporter && (says('meToo') || says('agree')));
  on('another, me too, within 20 min', !reporter && minutes <= 20 && (says('meToo') || says('agree')));
  on('another, me too, about the same', !reporter && (says('meToo') || says('agree')) && (shared > 0 || grams > 0));
  on('another, agrees to no suggestion', !reporter && says('agree') && matter.kind !== 'suggestion');
  on('another, agrees to a suggestion', last && !reporter && says('agree') && matter.kind === 'suggestion');
  on('in reply', inReply);
  on('in reply, reporter', inReply && reporter);
  on('in reply, another, me too', inReply && !reporter && (says('meToo') || says('agree')));
  on('in reply, another, a joke', inReply && !reporter && (says('joke') || says('thanks')));
  on('in reply, another, about the same', inReply && !reporter && shared + grams > 0);
  on('in reply, another, at fault', inReply && !reporter && (says('fault') || says('lasting')));
  on('in reply to something else', message.replyToId !== null && !inReply);
  on('the same things', Math.min(2, shared));
  on('the same words', grams);
  on('the same things, reporter', reporter && shared > 0);
  on('the same words, reporter', reporter ? grams : 0);
  on('the same things, another, soon', !reporter && shared > 0 && minutes <= 20);
  on('the same things and words', shared > 0 && grams > 0);
  on('nothing in common', shared + grams === 0 && own.size > 0);
  on('nothing in common, another, not in reply', shared + grams === 0 && !reporter && !inReply && !says('meToo'));
  on('other things', own.things.size > 0 && shared === 0);
  on('other things, at fault', own.things.size > 0 && shared === 0 && says('fault'));
  on('other things, reporter later', own.things.size > 0 && shared + grams === 0 && reporter && !soon);
  on('only a photo, reporter', own.size === 0 && message.hasPhoto && ownLast && soon);
  on('only a photo, another', own.size === 0 && message.hasPhoto && !reporter);
  on('chases, reporter', chase && reporter);
  on('chases, reporter, about the same', chase && reporter && shared + grams > 0);
  on('chases, about the same', chase && shared + grams > 0);
  on('asks when, about the same', says('ask') && shared + grams > 0 && reporter);
  on(
    'corrects, reporter',
    (says('correction') || /^(?:是|不是)?\S{0,6}$/.test(own.text)) && says('correction') && reporter && soon,
  );
  on('only a place, soon', hearing.placeSaid && own.size <= 8 && soon);
  on('a fault again, settled before', matter.settledAt !== null && says('fault'));
  on('settled before', matter.settledAt !== null);
  on('settled before, not soon', matter.settledAt !== null && !soon);
  on('settled before, a fault, not soon', matter.settledAt !== null && says('fault') && !soon);
  on('settled before, reporter soon', matter.settledAt !== null && reporter && soon);
  on('says it is settled', says('settled'));
  on('says it is settled, still open', says('settled') && matter.settledAt === null && (reporter || shared > 0));
  on('thanks', says('thanks') && own.size <= 16);
  on('a joke', says('joke'));
  on('few words, another', own.size <= 6 && !reporter && own.size > 0);
  on(
    'speaks of elsewhere',
    ['news', 'otherPlace', 'belongings', 'trade', 'leisure', 'greeting', 'lost', 'memory'].some((name) =>
      says(name as 'news'),
    ),
  );
  on('forwarded', message.forwarded);
  on('suggests', says('suggest') && matter.kind !== 'suggestion' && !reporter);
  on('at home, another, about the same', !reporter && says('home') && shared + grams > 0);
  on(
    'answers the staff',
    !ownLast &&
      reporter &&
      around.previous !== null &&
      around.previous.fromStaff &&
      matter.messages.includes(around.previous.id),
  );
  if (around.said) {
    const { building, unit } = around.said;
    const conflict =
      (building && matter.place.building && building !== matter.place.building) ||
      (building === matter.place.building && unit && matter.place.unit && unit !== matter.place.unit);
    on('another place', Boolean(conflict));
    on('another place, no correction', Boolean(conflict) && !says('correction'));
    on('the same building', building !== null && building === matter.place.building);
    on('the same building and things', building !== null && building === matter.place.building && shared > 0);
  }
  if (around.byId.size > 0) {
    const first = around.byId.get(matter.messages[0] ?? '');
    on('the opener', first !== undefined && first.senderId === message.senderId);
  }
  const who = reporter ? 'reporter' : 'another';
  on(`${who}, the newest`, ranks.newest === matter.id);
  on('reporter, their newest', ranks.newestOwn === matter.id);
  on('reporter, their only one', reporter && ranks.owns === 1);
  on('another, while the writer has one', !reporter && ranks.owns > 0);
  on(`${who}, the most alike`, ranks.mostAlike === matter.id);
  on('another one is more alike', ranks.mostAlike !== null && ranks.mostAlike !== matter.id);
  on('answered, reporter', reporter && around.isAnswered(matter));
  if (unlike !== null) on(`${who}, ${unlike}`, true);
  shares(on, own, about);
  on(`${who}, ${sinceOf(around.since(matter))} since`, true);
  on('an emergency, soon', matter.urgency === 'emergency' && minutes <= 20);
  for (const concept of own.concepts.keys()) on(`says ${concept}, ${who}`, true);
  on(`${last ? 'right after' : 'not right after'}, ${who}, ${matter.kind}`, true);
  on(`told by ${Math.min(3, matter.reporterIds.length)}, ${who}`, true);
  return features;
}
