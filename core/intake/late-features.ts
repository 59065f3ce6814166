import { analyse } from './analysis.ts';
import { isReply } from './around.ts';
import type { Surroundings } from './candidates.ts';
import { type Features, type Hearing, type SetFeature, setterFor } from './features.ts';
import { sharedThings, shareGrams } from './in-common.ts';
import { isReporter } from './reporters.ts';
import type { Suspected } from './suspected.ts';
import type { GroupContext, HeardMessage } from './understanding.ts';

const MINUTE = 60_000;

/** How long ago something was, in words that name a feature. */
export const whenOf = (minutes: number): string =>
  minutes <= 2
    ? 'within 2 min'
    : minutes <= 6
      ? 'within 6 min'
      : minutes <= 20
        ? 'within 20 min'
        : minutes <= 90
          ? 'within 90 min'
          : 'later';

/** A share, 0 to 1, in odds, as the scores of a model are; what is believed by less than 2 % or by more than 98 % counts as that. */
export const logit = (share: number): number => Math.log(Math.max(0.02, share) / Math.max(0.02, 1 - share));

/** What speaks for and against an earlier message being a matter after all, and this one belonging to it. */
export function lateFeatures(
  hearing: Hearing,
  { message: earlier, believed }: Suspected,
  { previous, previousOwn }: Surroundings,
  context: GroupContext,
): Features {
  const { message, own } = hearing;
  const said = analyse(earlier.text);
  const features: Features = { base: 1, believed: logit(believed) };
  const on = setterFor(features);
  const minutes = (message.at.getTime() - earlier.at.getTime()) / MINUTE;
  const same = message.senderId !== null && message.senderId === earlier.senderId;
  const who = same ? 'the same' : 'another';
  const inReply = message.replyToId === earlier.id;
  const next = previous?.id === earlier.id;
  const ownLast = previousOwn?.id === earlier.id;
  const things = sharedThings(own, said);
  const grams = shareGrams(own, said, 3);
  on(`${who}, ${whenOf(minutes)}`, true);
  on(`${who}, in reply`, inReply);
  on('in reply to something else', message.replyToId !== null && !inReply);
  const { replies } = hearing.around;
  on(`${who}, no reply where replies are ${replies}`, replies !== null && !isReply(message));
  on(`${who}, right after`, next);
  on('their last word', ownLast);
  on('their last word, soon', ownLast && minutes <= 6);
  on(`${who}, the same things`, things);
  on(`${who}, the same words`, grams);
  on(`${who}, nothing in common`, things + grams === 0 && own.size > 0);
  on(`${who}, only a photo`, own.size === 0 && message.hasPhoto);
  for (const concept of own.concepts.keys()) on(`${who} says ${concept}`, true);
  ownMatters(on, earlier, context);
  on('believed, right after', next ? logit(believed) : 0);
  return features;
}

/** Notes whether the writer of an earlier message has an open matter: it may be more of that. */
export function ownMatters(on: SetFeature, earlier: HeardMessage, { matters }: GroupContext): void {
  let nearest = Number.POSITIVE_INFINITY;
  for (const matter of matters)
    if (matter.settledAt === null && isReporter(earlier, matter))
      nearest = Math.min(nearest, Math.abs(earlier.at.getTime() - matter.lastMessageAt.getTime()) / MINUTE);
  on('the writer has a matter', nearest < Number.POSITIVE_INFINITY);
  on('the writer has a matter of these minutes', nearest <= 15);
}
