import type { SignUp } from '../../prisma/generated/client.ts';
import type { Step } from '../step.ts';
import type { ActivityAtHand } from './activity.ts';
import { flatIn, isSame, nameKey, type ChainEntry } from './chain/line.ts';
import { mergeChains, type KnownLine } from './chain/merge-chains.ts';
import { parseChain, type Chain } from './chain/parse-chain.ts';
import { cancelSignUp, changeSignUp, fillPlaces, rowOf, signUp, type SignedUp } from './sign-up.ts';

/** What a pasted list came to. */
export interface TakenChain {
  outcomes: SignedUp[];
  removed: SignUp[];
  /** Who waited and can come now. */
  movedUp: SignUp[];
  /** How many who come stood on a list in this group, and are not on the pasted one. */
  missing: number;
}

/** Who pasted a list, where, by which message. */
export interface PastedBy {
  conversationId: string;
  messageId: string;
  personId: string;
  name: string;
  /** Works for the office: writes others down, and comes only where the list says so. */
  staff: boolean;
  /** What the message said before it was changed; null for a new one. */
  before: string | null;
}

/** Lists are pasted by the dozen; older ones than these nobody copies any more. */
const LISTS_AT_MOST = 300;

/**
 * Takes a pasted list (接龙) into an activity, which is held (P8h). Whoever is new signs up; one's own line changed or struck out
 * counts; what an older copy lacks is kept ({@link mergeChains}). The one new line is whoever pasted it, or the one of their name.
 */
export async function takeChain(step: Step, activity: ActivityAtHand, chain: Chain, by: PastedBy): Promise<TakenChain> {
  const pasted = chain.entries.map(asKept);
  const earlier = await listsBefore(step, activity, by);
  const lines = activity.signUps.map((row): KnownLine => {
    const flat = flatIn(row.comment);
    const line = { name: row.name, heads: row.heads, comment: row.comment, ...(flat === null ? {} : { flat }) };
    const writer = row.by === 'chain' ? earlier.find(({ entries }) => entries.some((one) => isSame(one, line))) : null;
    const ownedBy = [row.personId, writer?.personId ?? null].filter((id) => id !== null);
    return { ...line, id: row.id, ownedBy, gone: row.state === 'cancelled' };
  });
  const before = by.before === null ? null : entriesOf(by.before);
  const known = { lines, earlier: earlier.map(({ entries }) => entries), ...(before ? { before } : {}) };
  const merge = mergeChains(known, pasted, by.personId);
  const byId = (id: string): SignUp | undefined => activity.signUps.find((row) => row.id === id);

  const removed = merge.removed.map(byId).filter((row) => row !== undefined);
  for (const row of removed) await cancelSignUp(step, activity, row);
  const movedUp = await fillPlaces(step, activity);
  const outcomes: SignedUp[] = [];
  for (const { id, entry } of merge.changed) {
    const row = byId(id);
    if (row) outcomes.push(await changeSignUp(step, activity, row, entry));
  }
  const own = ownEntry(activity, pasted, merge.added, by);
  for (const entry of merge.added) {
    const personId = entry === own ? by.personId : null;
    outcomes.push(await signUp(step, activity, { ...entry, personId, by: 'chain' }));
  }
  movedUp.push(...(await fillPlaces(step, activity)));
  return { outcomes, removed, movedUp, missing: merge.missing };
}

/** Null where the text is no list. */
const entriesOf = (text: string): ChainEntry[] | null =>
  parseChain(text, { expected: true })?.entries.map(asKept) ?? null;

/** Flats are kept with the remark: only the office sees them. */
function asKept({ flat, comment, ...entry }: ChainEntry): ChainEntry {
  const kept = [flat, comment].filter((part) => part !== undefined && part !== '').join(' ');
  return { ...entry, comment: kept, ...(flat === undefined ? {} : { flat }) };
}

/** Which of the new lines is the writer's own; null where they only wrote others down. */
function ownEntry(
  activity: ActivityAtHand,
  pasted: readonly ChainEntry[],
  added: readonly ChainEntry[],
  by: PastedBy,
): ChainEntry | null {
  const named = added.find(({ name }) => nameKey(name) === nameKey(by.name)) ?? null;
  if (by.staff) return named;
  const row = rowOf(activity, by);
  // By a press they have a line under another name: now they write themselves into the list.
  const isOnList =
    row !== undefined && (row.by === 'chain' || pasted.some(({ name }) => nameKey(name) === nameKey(row.name)));
  return isOnList ? null : (named ?? added[0] ?? null);
}

async function listsBefore(
  step: Step,
  activity: ActivityAtHand,
  by: PastedBy,
): Promise<{ personId: string | null; entries: ChainEntry[] }[]> {
  const messages = await step.tx.message.findMany({
    where: {
      conversationId: by.conversationId,
      act: 'command',
      ...(by.before === null ? { id: { not: by.messageId } } : {}),
      text: { contains: '\n' },
      sentAt: { gte: activity.openedAt ?? activity.draftedAt },
    },
    orderBy: [{ sentAt: 'desc' }, { id: 'desc' }],
    take: LISTS_AT_MOST,
    select: { id: true, text: true, personId: true },
  });
  return messages.toReversed().flatMap(({ id, text, personId }) => {
    const entries = entriesOf(id === by.messageId ? (by.before ?? text) : text);
    return entries ? [{ personId, entries }] : [];
  });
}
