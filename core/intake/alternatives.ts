import type { Analysis } from './analysis.ts';
import { answerFeatures, answering, lateAnswerFeatures } from './answer-features.ts';
import { isCourtesy } from './apart.ts';
import { type Beside, besideOf, ofMatter } from './beside.ts';
import { candidates, ranksOf, surroundings } from './candidates.ts';
import { type Features, type Hearing, hear, matterSigns } from './features.ts';
import { lateFeatures } from './late-features.ts';
import { linkFeatures } from './link-features.ts';
import type { Weighed } from './model/calibrate.ts';
import { gramFeatures } from './model/grams.ts';
import { type Choosing, optionScore } from './model/option-score.ts';
import { isReporter } from './reporters.ts';
import { type Suspected, suspectedIn } from './suspected.ts';
import type { GroupContext, HeardMessage, KnownMatter } from './understanding.ts';

/** What a message could be; each of them has weights of its own, and nothing at all has none. */
export type AlternativeGroup = 'none' | 'matter' | 'link' | 'late' | 'answer' | 'late answer';

/** One of the things that a message could be. */
export interface Alternative {
  group: AlternativeGroup;
  /** What speaks for and against it, without the runs of characters. */
  signs: Features;
  /** The runs of characters that count, and with which prefix. */
  grams: { prefix: string; of: Analysis } | null;
  /** The texts in whose light it is read. */
  beside: readonly Beside[];
  /** The known matter that it belongs to or answers. */
  matter: KnownMatter | null;
  /** The earlier message that opens a matter after all. */
  suspected: Suspected | null;
}

export interface Alternatives {
  hearing: Hearing;
  /** Nothing first, a new matter second. */
  all: Alternative[];
  /** Why it belongs to no known matter, or hardly to the likeliest of those that something speaks against; null where nothing does. */
  apart: string | null;
}

const none: Alternative = { group: 'none', signs: {}, grams: null, beside: [], matter: null, suspected: null };

/** What a resident's message could be. */
export function alternativesOf(message: HeardMessage, context: GroupContext, learned: Choosing): Alternatives {
  const hearing = hear(message, context);
  const around = surroundings(hearing, context);
  const { links, apart } = candidates(hearing, context, around);
  const ranks = ranksOf(hearing, links);
  const { own } = hearing;
  const beside = besideOf(message, context);
  const isOf = (senderId: string | null): boolean => message.senderId !== null && senderId === message.senderId;
  const suspected = isCourtesy(hearing) ? [] : suspectedIn(context, message.at, learned);
  return {
    hearing,
    apart,
    all: [
      none,
      { ...none, group: 'matter', signs: matterSigns(hearing), grams: { prefix: '', of: own }, beside },
      ...links.map((link): Alternative => ({
        ...none,
        group: 'link',
        signs: linkFeatures(hearing, link, around, ranks),
        grams: { prefix: prefixFor(message, link.matter), of: own },
        beside: [...beside, ofMatter(link.matter)],
        matter: link.matter,
      })),
      ...suspected.map((one): Alternative => ({
        ...none,
        group: 'late',
        signs: lateFeatures(hearing, one, around, context),
        grams: { prefix: isOf(one.message.senderId) ? 's:' : 'o:', of: own },
        suspected: one,
      })),
    ],
  };
}

/** So long after the last word of a matter what is said reads as said right after it. */
const SOON_MS = 10 * 60_000;

/** The same words say one thing from who reported a matter and another from others, one right after its last word and another later. */
const prefixFor = (message: HeardMessage, matter: KnownMatter): string =>
  `${isReporter(message, matter) ? 'r' : 'o'}${message.at.getTime() - matter.lastMessageAt.getTime() <= SOON_MS ? 's' : 'l'}:`;

/** Of so many matters a word of the staff can be the answer: the newest. */
const ANSWERED_AT_MOST = 14;

/** What a word of the staff among residents could be. */
export function staffAlternatives(message: HeardMessage, context: GroupContext, learned: Choosing): Alternative[] {
  const how = answering(message, context);
  if (how.said.size === 0) return [none];
  const grams = { prefix: 'a:', of: how.said };
  return [
    none,
    ...context.matters
      .slice(0, ANSWERED_AT_MOST)
      .map((matter): Alternative => ({ ...none, group: 'answer', signs: answerFeatures(how, matter), grams, matter })),
    ...suspectedIn(context, message.at, learned).map((suspected): Alternative => ({
      ...none,
      group: 'late answer',
      signs: lateAnswerFeatures(how, suspected, context),
      grams,
      suspected,
    })),
  ];
}

/** Everything that speaks for and against an alternative. */
export const featuresOf = ({ signs, grams }: Alternative): Features =>
  grams === null ? signs : { ...signs, ...gramFeatures(grams.prefix, grams.of) };

/** How each alternative scores; nothing at all scores 0. */
export const scoresOf = (all: readonly Alternative[], learned: Choosing): number[] =>
  all.map((one) => optionScore(one.group, one, learned));

/** What a resident's message could be, with how each scores, to be calibrated. */
export function weighedOf({ own }: Hearing, all: readonly Alternative[], learned: Choosing): Weighed {
  const scores = scoresOf(all, learned);
  return { alternatives: all.map(({ group }, at) => ({ group, score: scores[at] ?? 0 })), size: own.size };
}
