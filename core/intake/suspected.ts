import { hear, matterSigns } from './features.ts';
import { gramScore } from './model/tables.ts';
import { isCourtesy } from './apart.ts';
import { score, type Weights } from './model/score.ts';
import type { GroupContext, HeardMessage } from './understanding.ts';

/** What was said lately, belongs to nothing, and may yet turn out to be a matter. */
export interface Suspected {
  message: HeardMessage;
  /** How much it is believed by its own words, 0 to 1. */
  believed: number;
}

const HOURS = 24;
const AT_MOST = 12;
/** What is believed less is left alone. */
const FROM = 0.04;

/** Only for speed: the same messages are asked about again with every message of a group. Oldest out first. */
const REMEMBERED = 4_096;
const remembered = new Map<string, { of: Weights; text: string; believed: number }>();

/** Residents' messages of the last day that belong to no known matter, the likeliest to be one; oldest first. */
export function suspectedIn(context: GroupContext, now: Date, weights: Weights): Suspected[] {
  const known = new Set(context.matters.flatMap(({ messages }) => messages));
  const since = now.getTime() - HOURS * 3_600_000;
  const found: Suspected[] = [];
  for (let at = context.recent.length - 1; at >= 0 && found.length < AT_MOST; at--) {
    const message = context.recent[at];
    if (!message || message.at.getTime() < since) break;
    if (message.fromStaff || message.isSettled || known.has(message.id) || message.text.trim() === '') continue;
    const believed = believedOf(message, context, at, weights);
    if (believed >= FROM) found.push({ message, believed });
  }
  return found.toReversed();
}

function believedOf(message: HeardMessage, context: GroupContext, at: number, weights: Weights): number {
  const before = remembered.get(message.id);
  if (before && before.of === weights && before.text === message.text) return before.believed;
  const hearing = hear(message, { ...context, recent: context.recent.slice(0, at) });
  const points = score(matterSigns(hearing), weights) + gramScore('', hearing.own, weights);
  const believed = isCourtesy(hearing) || hearing.own.size === 0 ? 0 : 1 / (1 + Math.exp(-points));
  if (remembered.size >= REMEMBERED) {
    const [oldest] = remembered.keys();
    if (oldest !== undefined) remembered.delete(oldest);
  }
  remembered.set(message.id, { of: weights, text: message.text, believed });
  return believed;
}
