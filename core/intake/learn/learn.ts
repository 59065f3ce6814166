import type { Database } from '../../database.ts';
import { nextNumber } from '../../next-number.ts';
import { audit } from '../../people/audit.ts';
import { communityInForce } from '../../people/communities.ts';
import { runStep } from '../../run-step.ts';
import type { Step } from '../../step.ts';
import type { Understand } from '../understanding.ts';
import { correctionWeights, type CorrectionWeights } from './correction-weights.ts';
import { judgedMessages, messagesBeside, type JudgedMessage } from './examples.ts';
import { fitLayer, type Example } from './fit-layer.ts';
import { hearAgain } from './hear-again.ts';
import { judgeLayer, type Verdict } from './judge-layer.ts';

/** From so few decisions nothing is learned. */
export const FEWEST_DECISIONS = 20;

export interface LearnTools {
  db: Database;
  now: () => Date;
  understand: Understand;
}

export interface HowToLearn {
  /** Learn also from what an undone correction was the first to learn from. */
  again: boolean;
  /** Put it in force though it is no better. */
  force: boolean;
}

/** What there was to learn from. */
export interface Material {
  /** Decisions of staff that were used, and how many of them said that it is a matter. */
  decisions: number;
  matters: number;
  /** Finished tickets and talk left alone that it was held against. */
  beside: number;
}

export interface Layer extends Material {
  weights: CorrectionWeights;
  verdict: Verdict;
}

/** What came of learning. Nothing is changed but where it is `learned`. */
export type Learned =
  | ({ kind: 'too_few' } & Material)
  /** Staff always decided the same way. */
  | ({ kind: 'one_sided' } & Material)
  /** It is what is in force already. */
  | { kind: 'known'; number: number }
  /** `inForce` is the number of what stays in force, null where nothing does. */
  | ({ kind: 'no_better'; inForce: number | null } & Layer)
  | ({ kind: 'learned'; number: number } & Layer);

/**
 * Learns a community's own correction from what its staff decided, and puts it in force: from then on it is added to what is believed of
 * every message of its groups, but never of words of danger. A layer that is no better than none is not put in force without `force`.
 * Decisions that are made meanwhile are learned from the next time.
 */
export async function learnCorrection(tools: LearnTools, communityId: string, how: HowToLearn): Promise<Learned> {
  const { db, understand } = tools;
  const readAt = tools.now();
  const community = await communityInForce(db, communityId, readAt);
  const judged = await hearAgain(db, community, await judgedMessages(db, communityId, how.again), understand);
  const beside = await hearAgain(db, community, await messagesBeside(db, communityId), understand);
  const decided = judged.map(({ example }) => example);
  const besides = beside.map(({ example }) => example);
  const matters = decided.filter(({ isMatter }) => isMatter).length;
  const material: Material = { decisions: decided.length, matters, beside: besides.length };
  if (decided.length < FEWEST_DECISIONS) return { kind: 'too_few', ...material };
  if (matters === 0 || matters === decided.length) return { kind: 'one_sided', ...material };
  const inForce = await correctionInForce(db, communityId);
  const layer = { ...material, ...layerOf(decided, besides, community.policy.understanding) };
  if (inForce && isSame(layer.weights, await correctionWeights(db, communityId, inForce.id)))
    return { kind: 'known', number: inForce.number };
  // With no weight at all there is nothing to put in force.
  if (Object.keys(layer.weights).length === 0 || (!layer.verdict.isBetter && !how.force))
    return { kind: 'no_better', inForce: inForce?.number ?? null, ...layer };
  const learned = judged.map(({ known }) => known);
  const number = await inStep(tools, (step) => putInForce(step, communityId, { layer, learned, readAt }));
  return { kind: 'learned', number, ...layer };
}

/** The newest correction that is not undone. */
export function correctionInForce(
  db: Pick<Database, 'correction'>,
  communityId: string,
): Promise<{ id: string; number: number } | null> {
  return db.correction.findFirst({
    where: { communityId, undoneAt: null },
    orderBy: { number: 'desc' },
    select: { id: true, number: true },
  });
}

/** Nothing is said, so nobody needs to be rung for. */
export function inStep<T>({ db, now }: Omit<LearnTools, 'understand'>, work: (step: Step) => Promise<T>): Promise<T> {
  const silent = { lane: () => Promise.resolve(), deadlines: () => Promise.resolve(false) };
  return runStep({ db, clock: { now }, bells: silent }, work);
}

function layerOf(
  decided: Example[],
  beside: Example[],
  { actFrom: act, askFrom: ask }: { actFrom: number; askFrom: number },
): Pick<Layer, 'weights' | 'verdict'> {
  return { weights: fitLayer([...decided, ...beside]), verdict: judgeLayer(decided, beside, { act, ask }) };
}

async function putInForce(
  step: Step,
  communityId: string,
  { layer, learned, readAt }: { layer: Layer; learned: readonly JudgedMessage[]; readAt: Date },
): Promise<number> {
  const { tx, now } = step;
  const number = await nextNumber(step, communityId, 'correction');
  const { id } = await tx.correction.create({
    data: {
      communityId,
      number,
      weights: layer.weights,
      learnedFrom: layer.decisions,
      rightBefore: layer.verdict.decided.before,
      rightAfter: layer.verdict.decided.after,
      learnedAt: now,
    },
    select: { id: true },
  });
  // What was the first to be learned from an undone one, and is learned from again, is this one's now. A decision that was changed since is not.
  await tx.$executeRaw`
    UPDATE "Judgement" j SET "correctionId" = ${id}::uuid
    WHERE j.id = ANY(${learned.map(({ judgementId }) => judgementId)}::uuid[]) AND j."decidedAt" <= ${readAt}
      AND (j."correctionId" IS NULL OR EXISTS (
        SELECT 1 FROM "Correction" c WHERE c.id = j."correctionId" AND c."undoneAt" IS NOT NULL))`;
  const entry = { communityId, actorId: null, action: 'learn', subject: `correction:${id}`, at: now };
  await audit(tx, { ...entry, data: { number, learnedFrom: layer.decisions } });
  return number;
}

function isSame(one: CorrectionWeights, other: CorrectionWeights): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}
