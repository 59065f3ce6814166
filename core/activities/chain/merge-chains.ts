import { isEqual, isSame, type ChainEntry } from './line.ts';

/** Somebody who is, or was, on the list of an activity. */
export interface KnownLine extends ChainEntry {
  id: string;
  /** Who may change or strike it by pasting a list: whose line it is, and who wrote it. */
  ownedBy: readonly string[];
  /** They have cancelled since. */
  gone: boolean;
}

export interface KnownList {
  lines: readonly KnownLine[];
  /** The lists that were seen before, oldest first: one of them is what a pasted one has grown from. */
  earlier: readonly (readonly ChainEntry[])[];
  /** Of a list that was changed where it stands: what it said before. */
  before?: readonly ChainEntry[];
}

/** What a pasted list changes. */
export interface ChainMerge {
  added: ChainEntry[];
  changed: { id: string; entry: ChainEntry }[];
  /** Ids of lines that whoever owns them has struck out. */
  removed: string[];
  /** How many who come stood on such a list and are not on the pasted one: others signed up meanwhile, or were lost by copying. */
  missing: number;
}

/**
 * Merges a pasted list into what is known, by the list that it has grown from: people copy, add themselves, and paste, several at a
 * time. Whoever is new is added. A line that differs from the list it came from is a change, and one that is not there any more is
 * struck out, but only one's own: nobody is lost, or changed, because somebody else pasted an older list, or deleted a line by mistake.
 */
export function mergeChains(known: KnownList, pasted: readonly ChainEntry[], pastedBy: string): ChainMerge {
  const base = known.before ?? baseOf(known.earlier, pasted);
  const isOwn = (line: KnownLine): boolean => line.ownedBy.includes(pastedBy);
  const inBase = (entry: ChainEntry): ChainEntry | undefined => base.find((one) => isSame(one, entry));
  const merge: ChainMerge = { added: [], changed: [], removed: [], missing: 0 };
  const fresh: { entry: ChainEntry; at: number }[] = [];
  for (const [at, entry] of pasted.entries()) {
    const line = lineFor(known.lines, entry);
    const before = inBase(entry);
    const isStale = before !== undefined && isEqual(before, entry);
    if (!line || (line.gone && !isStale && (before === undefined || isOwn(line)))) {
      if (!entry.cancelled) fresh.push({ entry, at });
    } else if (!line.gone && isOwn(line) && !isStale) {
      if (entry.cancelled) merge.removed.push(line.id);
      else if (!isEqual(line, entry)) merge.changed.push({ id: line.id, entry });
    }
  }
  // A list without anybody is a header that is pasted again.
  const struck = pasted.length === 0 ? [] : known.lines.filter((line) => !line.gone && isOwn(line) && isStruck(line));
  for (const line of struck) {
    // In the place of one's own line stands another name: the line was changed.
    const place = base.findIndex((one) => isSame(one, line));
    const renamed = fresh.findIndex(({ at }) => at === place && pasted.length >= base.length);
    const [found] = renamed < 0 ? [] : fresh.splice(renamed, 1);
    if (found) merge.changed.push({ id: line.id, entry: found.entry });
    else merge.removed.push(line.id);
  }
  merge.added = fresh.map(({ entry }) => entry);
  const wasOnList = (line: KnownLine): boolean => known.earlier.some((list) => on(list, line));
  const lost = known.lines.filter((line) => !line.gone && !struck.includes(line) && !on(pasted, line));
  merge.missing = lost.filter(wasOnList).length;
  return merge;

  function isStruck(line: KnownLine): boolean {
    return inBase(line) !== undefined && !on(pasted, line);
  }
}

const on = (list: readonly ChainEntry[], line: ChainEntry): boolean => list.some((one) => isSame(one, line));

/** Who still comes goes before who has cancelled. */
const lineFor = (lines: readonly KnownLine[], entry: ChainEntry): KnownLine | undefined =>
  lines.find((line) => !line.gone && isSame(line, entry)) ?? lines.find((line) => isSame(line, entry));

/**
 * The list that it has grown from: the one with most lines of it, and of those the one of which fewest are missing, then the one
 * that is most alike; the later of equals. When it is word for word an older list, nothing was added, and so something was struck: then the one before which it was.
 */
function baseOf(earlier: readonly (readonly ChainEntry[])[], pasted: readonly ChainEntry[]): readonly ChainEntry[] {
  let best: { list: readonly ChainEntry[]; rank: number[] } | null = null;
  const isRepeat = (list: readonly ChainEntry[]): boolean =>
    list.length === pasted.length && list.every((one, at) => pasted[at] !== undefined && isEqual(one, pasted[at]));
  const last = earlier.at(-1);
  const grown = earlier.filter((list) => !isRepeat(list) || list === last);
  for (const list of grown.length > 0 ? grown : earlier) {
    const shared = list.filter((one) => on(pasted, one)).length;
    const equal = list.filter((one) => pasted.some((other) => isEqual(one, other))).length;
    const rank = [shared, shared - list.length, equal];
    if (shared > 0 && (best === null || isAtLeast(rank, best.rank))) best = { list, rank };
  }
  return best?.list ?? [];
}

const isAtLeast = (rank: readonly number[], other: readonly number[]): boolean => {
  const at = rank.findIndex((one, index) => one !== other[index]);
  return at < 0 || (rank[at] ?? 0) > (other[at] ?? 0);
};
