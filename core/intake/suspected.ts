import { isCourtesy } from './apart.ts';
import { besideOf } from './beside.ts';
import { hear, matterSigns } from './features.ts';
import { type Choosing, optionScore } from './model/option-score.ts';
import { Remembered } from './remembered.ts';
import { tiedIn } from './tied.ts';
import type { GroupContext, HeardMessage } from './understanding.ts';

/** What was said lately, belongs to nothing, and may yet turn out to be a matter. */
export interface Suspected {
  message: HeardMessage;
  /** How much it is believed by its own words, 0 to 1. */
  believed: number;
}

const DAY_MS = 24 * 60 * 60_000;
const AT_MOST = 12;
/** What is believed less is left alone. */
const FROM = 0.04;

/**
 * The same messages are asked about again with every message of a group. What is believed of one is worked out when it is first asked for, in
 * the light of what was known then, and stands as long as it is remembered and its words stay as they are.
 */
const remembered = new Remembered<string, { of: Choosing; text: string; believed: number }>(4_096);

/**
 * Residents' messages of the last day that belong to no known matter, oldest first: the newest of those that may be
 * one by their own words.
 *
 * @param learned by what a new matter is believed
 */
export function suspectedIn(context: GroupContext, now: Date, learned: Choosing): Suspected[] {
  const known = tiedIn(context.matters);
  const since = now.getTime() - DAY_MS;
  const found: Suspected[] = [];
  for (let at = context.recent.length - 1; at >= 0 && found.length < AT_MOST; at--) {
    const message = context.recent[at];
    if (!message || message.at.getTime() < since) break;
    if (message.fromStaff || message.isSettled || known.has(message.id) || message.text.trim() === '') continue;
    const believed = believedOf(message, context, at, learned);
    if (believed >= FROM) found.push({ message, believed });
  }
  return found.toReversed();
}

function believedOf(message: HeardMessage, context: GroupContext, at: number, learned: Choosing): number {
  const before = remembered.get(message.id);
  if (before && before.of === learned && before.text === message.text) return before.believed;
  const then = { ...context, recent: context.recent.slice(0, at) };
  const hearing = hear(message, then);
  const told = { signs: matterSigns(hearing), grams: { prefix: '', of: hearing.own }, beside: besideOf(message, then) };
  const points = optionScore('matter', told, learned);
  const believed = isCourtesy(hearing) || hearing.own.size === 0 ? 0 : 1 / (1 + Math.exp(-points));
  return remembered.keep(message.id, { of: learned, text: message.text, believed }).believed;
}
