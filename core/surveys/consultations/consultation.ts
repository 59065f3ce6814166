import { fingerprintOf } from '../../fingerprint.ts';
import type { Consultation } from '../../../prisma/generated/client.ts';
import type { Tx } from '../../database.ts';
import { audienceSchema, type Audience } from '../../outbox/broadcast/audience.ts';
import type { About } from '../../outbox/say.ts';
import type { Step } from '../../step.ts';
import { hashOpinion, hashSalt, type BallotRecord, type Terms } from './ballot-chain.ts';
import { outcomeSchema, type Outcome } from './outcome.ts';
import { rulesSchema, type Rules } from './rules.ts';

/** A consultation, vote or pledge, as rules read it. */
export interface Asked extends Omit<Consultation, 'rules' | 'audience' | 'outcome'> {
  rules: Rules;
  audience: Audience;
  outcome: Outcome | null;
}

/** What it was shown as: nobody puts before residents what they have not seen. */
export const fingerprint = (asked: Asked): string => {
  const { kind, title, text, attachmentIds, options, audience, rules, goal, opensAt, closesAt } = asked;
  return fingerprintOf([kind, title, text, attachmentIds, options, audience, rules, goal, opensAt, closesAt]);
};

export const aboutConsultation = (id: string): About => ({ subject: 'consultation', id });

function asked(row: Consultation): Asked {
  const outcome = row.outcome === null ? null : outcomeSchema.parse(row.outcome);
  return { ...row, rules: rulesSchema.parse(row.rules), audience: audienceSchema.parse(row.audience), outcome };
}

/** Null when there is none of this id. */
export async function readConsultation(tx: Tx, id: string): Promise<Asked | null> {
  const row = await tx.consultation.findUnique({ where: { id } });
  return row && asked(row);
}

export async function consultationNumbered(tx: Tx, communityId: string, number: number): Promise<Asked | null> {
  const row = await tx.consultation.findUnique({ where: { communityId_number: { communityId, number } } });
  return row && asked(row);
}

/** Those that residents can answer now, the oldest first. */
export async function openConsultations(tx: Tx, communityId: string, now: Date): Promise<Asked[]> {
  const where = { communityId, state: 'open' as const, closesAt: { gte: now } };
  return (await tx.consultation.findMany({ where, orderBy: { number: 'asc' } })).map(asked);
}

const shownAtMost = 10;

/** The last that were before the residents or will be, newest first; drafts only `withDrafts`. */
export async function recentConsultations(tx: Tx, communityId: string, withDrafts: boolean): Promise<Asked[]> {
  const states = withDrafts ? (['draft', 'scheduled'] as const) : [];
  const rows = await tx.consultation.findMany({
    where: { communityId, state: { in: ['open', 'closed', ...states] } },
    orderBy: { number: 'desc' },
    take: shownAtMost,
  });
  return rows.map(asked);
}

/** Holds it until the transaction ends: votes, changes and the end of it come one after the other. */
export async function holdConsultation({ tx }: Step, id: string): Promise<Asked | null> {
  await tx.$queryRaw`SELECT 1 FROM "Consultation" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return readConsultation(tx, id);
}

/** What stands at the head of its log. */
export const termsOf = ({ id, kind, title, text, options, rules, goal, salt, saltHash }: Asked): Terms => ({
  id,
  kind,
  title,
  text,
  options,
  rules,
  goal,
  saltHash: saltHash ?? hashSalt(salt),
});

/** Its log, from the first entry, without persons. Words that are still there must be those of their hash. */
export async function logOf(tx: Tx, { id, salt }: Asked): Promise<BallotRecord[]> {
  const rows = await tx.ballotEntry.findMany({ where: { consultationId: id }, orderBy: { seq: 'asc' } });
  return rows.map(({ seq, voter, choice, amount, opinion, opinionHash, at, previousHash, hash }) => ({
    seq,
    voter,
    choice,
    amount,
    opinionHash: opinion === null ? opinionHash : hashOpinion(salt, opinion),
    at: at.toISOString(),
    previousHash,
    hash,
  }));
}
