import { createHash, createHmac } from 'node:crypto';
import type { ConsultationKind } from '../../../prisma/generated/enums.ts';
import type { DecidingRules } from './rules.ts';

/** What is voted on, as it was published. It stands at the head of the log, so that no vote can be moved under another question. */
export interface Terms {
  id: string;
  kind: ConsultationKind;
  title: string;
  text: string;
  options: string[];
  rules: DecidingRules;
  /** In cents. */
  goal: number | null;
  /** SHA-256 of the salt: it binds the salt and does not tell it. */
  saltHash: string;
}

/** One line of the log, as anybody may see it: no person, no household, no words. */
export interface BallotRecord {
  /** From 1, without a gap. */
  seq: number;
  /** The household's pseudonym: the same for all its entries here, another one in every other vote. */
  voter: string;
  choice: number | null;
  /** In cents. */
  amount: number | null;
  /** A keyed hash of the opinion that came with it. */
  opinionHash: string | null;
  /** ISO 8601, in milliseconds. */
  at: string;
  previousHash: string;
  hash: string;
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const keyed = (salt: string, text: string): string => createHmac('sha256', salt).update(text, 'utf8').digest('hex');

export const hashSalt = (salt: string): string => sha256(salt);

/** Where the pseudonym of a household, or of a person who is of none, comes from. Sixteen hexadecimal digits. */
export const voterOf = (salt: string, id: string): string => keyed(salt, id).slice(0, 16);

export const hashOpinion = (salt: string, opinion: string | null): string | null =>
  opinion === null ? null : keyed(salt, `opinion:${opinion}`).slice(0, 32);

/** The hash before the first entry. */
export function genesisOf({ id, kind, title, text, options, rules, goal, saltHash }: Terms): string {
  const { quorum, majority, base, countAbstentions, yes, abstain } = rules;
  const threshold = ({ share, of, over }: typeof quorum) => [share, of, over];
  const deciding = [threshold(quorum), threshold(majority), base, countAbstentions, yes, abstain];
  return sha256(JSON.stringify([id, kind, title, text, options, deciding, goal, saltHash]));
}

/** Over the hash before it and the entry as a JSON array, in this order: seq, voter, choice, amount, opinionHash, at. */
export function hashOf(entry: Omit<BallotRecord, 'hash'>): string {
  const { seq, voter, choice, amount, opinionHash, at, previousHash } = entry;
  return sha256(`${previousHash}\n${JSON.stringify([seq, voter, choice, amount, opinionHash, at])}`);
}

/** By which a voter finds an entry in the log. */
export const shortHash = (hash: string): string => hash.slice(0, 8);
