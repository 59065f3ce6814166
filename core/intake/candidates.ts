import { type Analysis, analyse } from './analysis.ts';
import { apartByRule, apartInDanger, isCourtesy, seemsApart } from './apart.ts';
import type { Hearing } from './features.ts';
import { sharedThings, shareGrams } from './in-common.ts';
import type { SaidPlace } from './place/parse-places.ts';
import { isReporter } from './reporters.ts';
import type { GroupContext, HeardMessage, KnownMatter } from './understanding.ts';

/** How many matters a message is compared with at most. */
const COMPARED = 8;
/** What is worth less is not compared. */
const WORTH_FROM = 3;
const MINUTE = 60_000;

/** What is asked of the talk before a message for everything that it could belong to, worked out once. */
export interface Surroundings {
  /** What was said lately, by its id; undefined of what is longer ago. */
  near: (id: string | undefined) => HeardMessage | undefined;
  /** The first place that the message itself names. */
  said: SaidPlace | null;
  /** The message just before, whoever wrote it. */
  previous: HeardMessage | null;
  /** The last message of the same sender. */
  previousOwn: HeardMessage | null;
  /** A word of the staff belongs to it. */
  isAnswered: (matter: KnownMatter) => boolean;
  /** How many messages were said since its last one; all that are near where that is long ago. */
  since: (matter: KnownMatter) => number;
}

/** Which of the matters that a message is compared with is the nearest, in several ways: their ids, null where there is none. */
export interface Ranks {
  /** Of which something was said last; `newestOwn`: among those that the writer reported. */
  newest: string | null;
  newestOwn: string | null;
  /** With the most things and words in common. */
  mostAlike: string | null;
  /** How many of them the writer reported. */
  owns: number;
}

/** The talk before a message. */
export function surroundings(hearing: Hearing, context: GroupContext): Surroundings {
  const { message } = hearing;
  const { recent } = context;
  const own = message.senderId === null ? undefined : recent.findLast(({ senderId }) => senderId === message.senderId);
  const places = new Map<string | undefined, number>();
  for (const [at, { id }] of recent.entries()) places.set(id, at);
  const near = (id: string | undefined): HeardMessage | undefined => recent[places.get(id) ?? -1];
  return {
    near,
    said: hearing.places[0] ?? null,
    previous: recent.at(-1) ?? null,
    previousOwn: own ?? null,
    isAnswered: ({ messages }) => messages.some((id) => near(id)?.fromStaff),
    since: ({ messages }) => recent.length - 1 - (places.get(messages.at(-1)) ?? -1),
  };
}

/** Which of the candidates is the nearest, and how. */
export function ranksOf({ message, own }: Hearing, links: readonly Link[]): Ranks {
  let newest: KnownMatter | null = null;
  let newestOwn: KnownMatter | null = null;
  let mostAlike: string | null = null;
  let most = 0;
  let owns = 0;
  for (const { matter, about } of links) {
    if (!newest || matter.lastMessageAt > newest.lastMessageAt) newest = matter;
    if (isReporter(message, matter)) {
      owns++;
      if (!newestOwn || matter.lastMessageAt > newestOwn.lastMessageAt) newestOwn = matter;
    }
    let alike = 0;
    for (const text of about) alike = Math.max(alike, 2 * sharedThings(own, text) + shareGrams(own, text, 6));
    if (alike > most) [most, mostAlike] = [alike, matter.id];
  }
  return { newest: newest?.id ?? null, newestOwn: newestOwn?.id ?? null, mostAlike, owns };
}

/** A known matter that a message could belong to. */
export interface Link {
  matter: KnownMatter;
  /** What is said in it: its summary, and those of its messages that are still near. */
  about: readonly Analysis[];
  /** Why the message hardly belongs to it; null where nothing speaks against it. */
  unlike: string | null;
}

/** What a message is compared with. */
export interface Candidates {
  links: Link[];
  /** Why it belongs to none of them, or hardly to the likeliest of those that something speaks against; null where nothing does. */
  apart: string | null;
}

/** The matters that a message could belong to at all, likeliest first: the newest, its sender's, the one replied to, those that share a thing. */
export function candidates(hearing: Hearing, context: GroupContext, { near }: Surroundings): Candidates {
  const { message, own } = hearing;
  if (isCourtesy(hearing)) return { links: [], apart: 'only thanks, or "received"' };
  const worth = (matter: KnownMatter): number => {
    if (message.replyToId !== null && matter.messages.includes(message.replyToId)) return 100;
    let points = isReporter(message, matter) ? 40 : 0;
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
    .filter(({ points }) => points > WORTH_FROM)
    .sort((a, b) => b.points - a.points)
    .slice(0, COMPARED)
    .map(({ matter }) => {
      const about = textsOf(matter, near);
      return { matter, about, unlike: seemsApart(hearing, matter, about) };
    })
    .filter(({ matter, about, unlike }) => {
      const ruledOut = apartInDanger(hearing, matter, about) ?? apartByRule(hearing, unlike);
      apart ??= ruledOut ?? unlike;
      return ruledOut === null;
    });
  return { links, apart };
}

function textsOf(matter: KnownMatter, near: Surroundings['near']): Analysis[] {
  const texts = [analyse(matter.summary)];
  for (const id of matter.messages.slice(0, 4)) {
    const told = near(id);
    if (told && !told.fromStaff && told.text !== matter.summary) texts.push(analyse(told.text));
  }
  return texts;
}
