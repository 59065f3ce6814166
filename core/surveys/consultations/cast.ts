import type { CommunityInForce } from '../../people/communities.ts';
import type { FlatLabels } from '../../people/flat-in-name.ts';
import type { Step } from '../../step.ts';
import { genesisOf, hashOf, hashOpinion, voterOf } from './ballot-chain.ts';
import { holdConsultation, termsOf, type Asked } from './consultation.ts';

/** What somebody said: an option, an amount in cents, words, or words besides one of the others. */
export interface Vote {
  choice: number | null;
  amount: number | null;
  opinion: string | null;
}

/** A vote as it counts now. */
export interface Counted extends Vote {
  hash: string;
}

/** `other_flat`: the person has voted here for another flat, and nobody votes for two. */
export type Refusal = 'over' | 'not_open' | 'no_flat' | 'elsewhere' | 'other_flat' | 'not_offered';

/**
 * What came of a vote. `counted`: `before` is what the household had said until now, and by whom. `unchanged`: it says so already.
 * Nothing is on record after any of the others.
 */
export type Cast =
  | { kind: 'counted'; asked: Asked; vote: Counted; before: (Vote & { personId: string | null }) | null }
  | { kind: 'unchanged'; asked: Asked; vote: Counted }
  | { kind: Refusal; asked: Asked }
  | { kind: 'flat_unsure'; asked: Asked; flat: FlatLabels };

const longestOpinion = 2000;

/**
 * Puts a vote, a pledge or an opinion into the log (P7c): one for each household, of which the last counts; the very instant of closing
 * is in time. A vote wants a flat that is confirmed, an opinion only somebody of the buildings that are asked, so far as their flat is
 * known. An opinion that comes alone leaves the vote as it was. Null where there is no such consultation in this community.
 */
export async function castBallot(
  step: Step,
  community: CommunityInForce,
  by: { consultationId: string; personId: string },
  vote: Vote,
): Promise<Cast | null> {
  const asked = await holdConsultation(step, by.consultationId);
  if (!asked || asked.communityId !== community.id || asked.state === 'draft' || asked.state === 'discarded')
    return null;
  const refused = refusal(asked, vote, step.now);
  if (refused) return { kind: refused, asked };
  const person = await step.tx.person.findUniqueOrThrow({
    where: { id: by.personId },
    select: {
      flatConfirmedAt: true,
      household: { select: { id: true, unit: true, room: true, building: { select: { label: true } } } },
    },
  });
  const { household } = person;
  const { buildings } = asked.audience;
  const isAsked = (label: string): boolean => buildings.some((one) => one.toUpperCase() === label.toUpperCase());
  if (household && buildings.length > 0 && !isAsked(household.building.label)) return { kind: 'elsewhere', asked };
  if (asked.kind !== 'consultation' || buildings.length > 0) {
    if (!household) return { kind: 'no_flat', asked };
    const { unit, room, building } = household;
    if (!person.flatConfirmedAt && asked.kind !== 'consultation')
      return { kind: 'flat_unsure', asked, flat: { building: building.label, unit, room } };
  }
  return append(step, asked, { personId: by.personId, householdId: household?.id ?? null }, vote);
}

function refusal(asked: Asked, { choice, amount }: Vote, now: Date): Refusal | null {
  if (asked.state === 'scheduled') return 'not_open';
  if (asked.state !== 'open' || now > asked.closesAt) return 'over';
  if (choice !== null && !(choice in asked.options)) return 'not_offered';
  if (amount !== null && asked.kind !== 'pledge') return 'not_offered';
  return null;
}

async function append(
  step: Step,
  asked: Asked,
  who: { personId: string; householdId: string | null },
  said: Vote,
): Promise<Cast> {
  const { tx, now } = step;
  const voter = voterOf(asked.salt, who.householdId ?? who.personId);
  const own = { where: { consultationId: asked.id, voter }, orderBy: { seq: 'desc' as const } };
  const before = await tx.ballotEntry.findFirst(own);
  if (asked.kind !== 'consultation' && (await speaksForAnother(step, asked.id, who.personId, voter)))
    return { kind: 'other_flat', asked };
  const alone = said.choice === null && said.amount === null;
  const opinion = said.opinion?.trim().slice(0, longestOpinion) || null;
  const vote: Vote = {
    choice: alone ? (before?.choice ?? null) : said.choice,
    amount: alone ? (before?.amount ?? null) : said.amount,
    opinion,
  };
  const isSame = before?.choice === vote.choice && before.amount === vote.amount;
  if (before && isSame && (opinion === null || opinion === before.opinion))
    return { kind: 'unchanged', asked, vote: { ...vote, hash: before.hash } };
  const lastRow = { where: { consultationId: asked.id }, orderBy: { seq: 'desc' as const } };
  const last = await tx.ballotEntry.findFirst(lastRow);
  const entry = {
    seq: (last?.seq ?? 0) + 1,
    voter,
    choice: vote.choice,
    amount: vote.amount,
    previousHash: last?.hash ?? genesisOf(termsOf(asked)),
  };
  const opinionHash = hashOpinion(asked.salt, opinion);
  const hash = hashOf({ ...entry, opinionHash, at: now.toISOString() });
  await tx.ballotEntry.create({
    data: { ...entry, ...who, opinion, opinionHash, consultationId: asked.id, at: now, hash },
    select: { seq: true },
  });
  return { kind: 'counted', asked, vote: { ...vote, hash }, before: before && pick(before) };
}

/** A flat is soon named: who could change it between two votes would have as many votes as there are flats. */
async function speaksForAnother(
  { tx }: Step,
  consultationId: string,
  personId: string,
  voter: string,
): Promise<boolean> {
  const where = { consultationId, personId, voter: { not: voter } };
  return (await tx.ballotEntry.findFirst({ where, select: { seq: true } })) !== null;
}

const pick = ({ choice, amount, opinion, personId }: Vote & { personId: string | null }) => ({
  choice,
  amount,
  opinion,
  personId,
});
