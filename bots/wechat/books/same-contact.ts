import { countKey, flatKey, nameKey } from './names.ts';

/** Somebody seen under an id never seen before. */
export interface NewFace {
  name: string;
  /** The remark that our account gave them; empty without. */
  alias: string;
  /** The name that they have in the group where they were seen; null outside of groups. */
  roomName: string | null;
}

/** Somebody known before, whom the ids do not tell apart from the new face. */
export interface OldFace {
  externalId: string;
  name: string;
  alias: string;
  /** The name in the group where the new face was seen; null when they were never seen there. */
  roomName: string | null;
  seenAt: Date;
}

/** Names of the members of the group where the new face was seen, one for each. */
export interface Company {
  now: readonly string[];
  /** As last looked at under earlier ids, or by other accounts of ours; latest first. */
  before: readonly { memberNames: readonly string[]; sinceAt: Date }[];
}

export type Recognition =
  | { kind: 'certain'; externalId: string }
  /** It may be one of these, seen latest first. */
  | { kind: 'doubtful'; mayBe: string[] }
  | { kind: 'new' };

/** Nobody reads more names than that. */
const MOST_DOUBTS = 3;

/**
 * Who a new face is. Certain when a group known to both has exactly one of that name, then and now; when two names agree that
 * are given independently of each other; or when our own remark says it. A name alone, or one that several have, is
 * doubtful: staff are asked, and until then it is somebody new.
 */
export function sameContact(seen: NewFace, known: readonly OldFace[], company: Company): Recognition {
  const remarked = seen.alias === '' ? [] : known.filter((one) => nameKey(one.alias) === nameKey(seen.alias));
  const [byRemark] = remarked;
  if (
    byRemark &&
    remarked.length === 1 &&
    (byRemark.roomName !== null || nameKey(byRemark.name) === nameKey(seen.name))
  )
    return certain(byRemark);

  const there = nameThere(seen);
  if (there !== null && there !== '') {
    const namesakes = known.filter((one) => one.roomName !== null && nameKey(one.roomName) === there);
    const [held, another] = stillHeld(namesakes, there, company);
    if (held && !another && isAlone(there, company)) return certain(held);
    const own = nameKey(seen.name);
    const bothAgree = namesakes.filter((one) => own !== '' && own !== there && nameKey(one.name) === own);
    if (bothAgree[0] && bothAgree.length === 1) return certain(bothAgree[0]);
  }
  const mayBe = known.filter((one) => sharesName(seen, one) || sharesFlat(seen, one)).sort(latestFirst);
  if (mayBe.length === 0) return { kind: 'new' };
  return { kind: 'doubtful', mayBe: mayBe.slice(0, MOST_DOUBTS).map((one) => one.externalId) };
}

const certain = ({ externalId }: OldFace): Recognition => ({ kind: 'certain', externalId });
const nameThere = (seen: NewFace): string | null => (seen.roomName === null ? null : nameKey(seen.roomName));
const latestFirst = (a: OldFace, b: OldFace): number => b.seenAt.getTime() - a.seenAt.getTime();

/** Whether at most one member has the name now, and at most one had it. Not known is not alone. */
function isAlone(key: string, { now, before }: Company): boolean {
  const looked = before.filter((one) => one.memberNames.length > 0);
  if (now.length === 0 || (before.length > 0 && looked.length === 0)) return false;
  return countKey(now, key) <= 1 && looked.every((one) => countKey(one.memberNames, key) <= 1);
}

/** Where one name was one member lately, it is the one who was seen lately: the others had it in earlier times. */
function stillHeld(namesakes: readonly OldFace[], key: string, { before }: Company): readonly OldFace[] {
  const [last] = before.filter((one) => one.memberNames.length > 0);
  if (namesakes.length < 2 || !last || countKey(last.memberNames, key) !== 1) return namesakes;
  return namesakes.filter((one) => one.seenAt >= last.sinceAt);
}

const keysOf = (face: NewFace): string[] =>
  [face.roomName ?? '', face.alias, face.name].map(nameKey).filter((key) => key !== '');

function sharesName(seen: NewFace, known: OldFace): boolean {
  const names = keysOf(known);
  return keysOf(seen).some((key) => names.includes(key));
}

/** A household has one flat and several members: the flat alone makes nobody certain. Only where both were seen in one group. */
function sharesFlat(seen: NewFace, known: OldFace): boolean {
  if (seen.roomName === null || known.roomName === null) return false;
  const flat = flatKey(seen.roomName) ?? flatKey(seen.alias);
  return flat !== null && (flat === flatKey(known.roomName) || flat === flatKey(known.alias));
}
