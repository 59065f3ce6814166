import { plainName } from './names.ts';

export interface RoomTraits {
  topic: string;
  /** One for each member, so that two of one name count twice. */
  memberNames: readonly string[];
}

/** Of the smaller of two lists of members, so many names must be in the other. */
const SHARE = 0.6;
/** A group without a topic is known by its members only: then so many of the larger list. */
const SHARE_WITHOUT_TOPIC = 0.6;
/** At least so many names in common, or all of them where a group is smaller. */
const COMMON = 3;
/** A second candidate comes near when it shares almost as much. */
const NEAR = 0.25;

/**
 * Which of the groups known before is the one that is seen now under an id never seen: the one of the same topic that has most
 * of its members' names, when no other comes near. Null when that is not certain: then it is a new group, because two
 * groups taken for one would mix up what people say in them.
 */
export function sameRoom<T extends RoomTraits>(seen: RoomTraits, candidates: readonly T[]): T | null {
  const topic = plainName(seen.topic);
  const alike = candidates
    .filter((candidate) => plainName(candidate.topic) === topic)
    .map((candidate) => ({ candidate, ...likeness(seen.memberNames, candidate.memberNames) }))
    .filter((one) => one.enough && one.share >= SHARE && (topic !== '' || one.shareOfLarger >= SHARE_WITHOUT_TOPIC))
    .sort((a, b) => b.share - a.share || b.shareOfLarger - a.shareOfLarger);
  const [best, second] = alike;
  if (!best || (second && second.share > best.share - NEAR)) return null;
  return best.candidate;
}

function likeness(seen: readonly string[], known: readonly string[]) {
  const left = new Map<string, number>();
  for (const name of known.map(plainName)) left.set(name, (left.get(name) ?? 0) + 1);
  let common = 0;
  for (const name of seen.map(plainName)) {
    const count = left.get(name) ?? 0;
    if (count === 0) continue;
    left.set(name, count - 1);
    common += 1;
  }
  const smaller = Math.min(seen.length, known.length);
  const larger = Math.max(seen.length, known.length);
  return {
    share: smaller === 0 ? 0 : common / smaller,
    shareOfLarger: larger === 0 ? 0 : common / larger,
    enough: common >= COMMON || (common >= 2 && common === larger),
  };
}
