import { createHash, randomInt } from 'node:crypto';
import type { JoinCode, Role } from '../../prisma/generated/client.ts';
import type { Step } from '../step.ts';
import { isManager, isStaff } from './roles.ts';

/** Without look-alikes: no 0 and O, no 1, I and L. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const codeLength = 8;
export const CODE_MINUTES = 10;
/** How long the owner of a code of the office's may take to confirm its use. */
const CONFIRM_MS = 60 * 60_000;

/** Among its letters there is a figure, so that it is never taken for a word. */
function makeCode(): string {
  const code = Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join('');
  return /\d/.test(code) ? code : makeCode();
}

/** As typed: spaces and dashes within it mean nothing, nor does case. */
const hashOf = (code: string): string =>
  createHash('sha256').update(code.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase()).digest('hex');

/** A new code for a person; one that they had before is void. Only its hash is kept. */
export async function newJoinCode(
  step: Step,
  owner: { communityId: string; personId: string; conversationId: string },
): Promise<string> {
  const code = makeCode();
  await step.tx.joinCode.deleteMany({ where: { personId: owner.personId } });
  await step.tx.joinCode.create({
    data: {
      ...owner,
      codeHash: hashOf(code),
      createdAt: step.now,
      expiresAt: new Date(step.now.getTime() + CODE_MINUTES * 60_000),
    },
    select: { codeHash: true },
  });
  return code;
}

/** The code as it stands, held by this transaction; null when nobody was given it. */
export async function holdJoinCode(step: Step, code: string): Promise<JoinCode | null> {
  const codeHash = hashOf(code);
  await step.tx.$queryRaw`SELECT 1 FROM "JoinCode" WHERE "codeHash" = ${codeHash} FOR UPDATE`;
  return step.tx.joinCode.findUnique({ where: { codeHash } });
}

/** Whether a code can be used now. At the very instant at which it expires it still can. */
export function codeStanding(code: { expiresAt: Date; usedAt: Date | null }, now: Date): 'good' | 'used' | 'expired' {
  if (code.usedAt) return 'used';
  return code.expiresAt < now ? 'expired' : 'good';
}

/** The code that somebody used and whose owner has yet to say that it was themselves, held by this transaction. */
export async function holdClaim(step: Step, ownerId: string, claimerId: string): Promise<JoinCode | null> {
  await step.tx.$queryRaw`SELECT 1 FROM "JoinCode" WHERE "personId" = ${ownerId}::uuid FOR UPDATE`;
  return step.tx.joinCode.findFirst({
    where: {
      personId: ownerId,
      claimedById: claimerId,
      usedAt: { gte: new Date(step.now.getTime() - CONFIRM_MS) },
    },
  });
}

/** How much a person may do, as far as joining is concerned: nobody gets more by being joined without the owner's word. */
export function rankOf(roles: readonly Role[]): number {
  if (isManager(roles)) return 2;
  return isStaff(roles) || roles.includes('supervisor') || roles.includes('committee') ? 1 : 0;
}
