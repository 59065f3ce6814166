import type { PolicyVersion } from '../../../prisma/generated/client.ts';
import { audit } from '../../people/audit.ts';
import { isManager } from '../../people/roles.ts';
import type { Step } from '../../step.ts';
import { applyDueVersions } from './apply-due.ts';
import { approversOf, isSame, mayApprove, type Approver, type Named } from './approvers.ts';
import { holdVersions } from './hold-versions.ts';
import { isOvertaken, standingOf, versionInForce, type VersionStanding } from './standing.ts';
import { tellApproved, tellTakenBack } from './tell.ts';

interface Place {
  id: string;
  locale: string;
  timeZone: string;
}

/** What is decided about a version, by its number or its id. */
export interface Decision {
  version: number | { id: string };
  by: Named & { roles: Approver['roles'] };
  /** The conversation in which it is answered anyway. */
  saidIn?: string | null;
}

export type Settled =
  /** `moved`: how many open tickets are counted by it already; null when none are to be. */
  | { kind: 'approved'; version: PolicyVersion; moved: number | null }
  | { kind: 'taken_back'; version: PolicyVersion }
  | { kind: 'unknown' }
  /** Decided already, or in force: nothing was changed. */
  | { kind: 'over'; version: number; standing: VersionStanding }
  | { kind: 'not_allowed' }
  /** Whoever proposed it does not approve it while there is another manager. */
  | { kind: 'own'; version: number }
  /** A version with a later date holds already, so that this one never would. */
  | { kind: 'overtaken'; version: number };

/**
 * Approves a proposed version: it takes effect at its date, or at once where that has come. By a manager or a member of the
 * committee, and not by whoever proposed it where there is another manager.
 *
 * @param running also for tickets that are open then; as proposed, when left out
 */
export async function approveVersion(
  step: Step,
  community: Place,
  { version: wanted, by, running, saidIn = null }: Decision & { running?: boolean },
): Promise<Settled> {
  const all = await holdVersions(step, community.id);
  const version = all.find((one) => isMeant(one, wanted));
  if (!version) return { kind: 'unknown' };
  const refused = await refusal(step, community, version, { all, by });
  if (refused) return refused;
  const before = versionInForce(all, version.takesEffectAt > step.now ? version.takesEffectAt : step.now);
  const movesRunning = running ?? version.movesRunning;
  const approved = await step.tx.policyVersion.update({
    where: { id: version.id },
    data: { approvedAt: step.now, approvedById: by.personId, approvedByName: by.name, movesRunning },
  });
  await note(step, approved, 'approve_policy', by);
  await tellApproved(step, community, { version: approved, before, by: by.name, saidIn });
  const isNow = approved.takesEffectAt <= step.now;
  const moved = movesRunning ? (isNow ? await applyDueVersions(step, community.id) : 0) : null;
  return { kind: 'approved', version: approved, moved };
}

/**
 * Takes a version back, or refuses it, before it takes effect. By a manager, a member of the committee, or whoever proposed it.
 */
export async function withdrawVersion(
  step: Step,
  community: Place,
  { version: wanted, by, saidIn = null }: Decision,
): Promise<Settled> {
  const all = await holdVersions(step, community.id);
  const version = all.find((one) => isMeant(one, wanted));
  if (!version) return { kind: 'unknown' };
  const standing = standingOf(version, all, step.now);
  if (standing !== 'proposed' && standing !== 'coming') return { kind: 'over', version: version.version, standing };
  if (!mayApprove(by.roles) && !isSame(proposerOf(version), by)) return { kind: 'not_allowed' };
  const taken = await step.tx.policyVersion.update({ where: { id: version.id }, data: { withdrawnAt: step.now } });
  await note(step, taken, 'withdraw_policy', by);
  await tellTakenBack(step, community, { version: taken, by: by.name, saidIn });
  return { kind: 'taken_back', version: taken };
}

async function refusal(
  step: Step,
  community: Place,
  version: PolicyVersion,
  { all, by }: { all: readonly PolicyVersion[]; by: Decision['by'] },
): Promise<Settled | null> {
  const standing = standingOf(version, all, step.now);
  if (standing !== 'proposed') return { kind: 'over', version: version.version, standing };
  if (!mayApprove(by.roles)) return { kind: 'not_allowed' };
  const proposer = proposerOf(version);
  if (isSame(proposer, by)) {
    const approvers = await approversOf(step.tx, community.id);
    const isOther = (one: Approver): boolean => isManager(one.roles) && !isSame(one, proposer);
    if (approvers.some(isOther)) return { kind: 'own', version: version.version };
  }
  return isOvertaken(version, all, step.now) ? { kind: 'overtaken', version: version.version } : null;
}

const isMeant = (version: PolicyVersion, wanted: Decision['version']): boolean =>
  typeof wanted === 'number' ? version.version === wanted : version.id === wanted.id;

const proposerOf = ({ proposedById, proposedByName }: PolicyVersion): Named => ({
  personId: proposedById,
  name: proposedByName,
});

async function note(step: Step, version: PolicyVersion, action: string, by: Named): Promise<void> {
  await audit(step.tx, {
    communityId: version.communityId,
    actorId: by.personId,
    action,
    subject: `policy:${version.id}`,
    data: { version: version.version, movesRunning: version.movesRunning },
    at: step.now,
  });
}
