import { createHash } from 'node:crypto';
import type { Step } from '../step.ts';
import { audit } from './audit.ts';

/** Wrong codes that one account on a platform may try in an hour; after that nothing is answered. */
const WRONG_AT_MOST = 5;
const HOUR_MS = 3_600_000;

/** The account that tries, whoever it belongs to. */
export interface Trying {
  channel: string;
  externalId: string;
  /** Null while nobody knows to which community it belongs. */
  communityId: string | null;
}

/** Whether this account has guessed too often of late; that it goes on is put on record. */
export async function triedTooOften(step: Step, trying: Trying): Promise<boolean> {
  const subject = subjectOf(trying);
  const since = new Date(step.now.getTime() - HOUR_MS);
  const wrong = await step.tx.auditEntry.count({ where: { action: 'wrong_join_code', subject, at: { gt: since } } });
  if (wrong < WRONG_AT_MOST) return false;
  await note(step, trying, 'refuse_join');
  return true;
}

export const noteWrongTry = (step: Step, trying: Trying): Promise<void> => note(step, trying, 'wrong_join_code');

function note(step: Step, trying: Trying, action: string): Promise<void> {
  const { communityId } = trying;
  return audit(step.tx, { communityId, actorId: null, action, subject: subjectOf(trying), at: step.now });
}

/** The platform's id is not written down. */
const subjectOf = ({ channel, externalId }: Trying): string =>
  `account:${createHash('sha256').update(`${channel}:${externalId}`).digest('hex').slice(0, 24)}`;
