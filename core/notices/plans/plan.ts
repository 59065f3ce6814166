import type { EmergencyPlan } from '../../../prisma/generated/client.ts';
import type { Role } from '../../../prisma/generated/enums.ts';
import { z } from 'zod';
import { audit } from '../../people/audit.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import { textsFor } from '../../text/texts-for.ts';
import { planKindOf, planKinds } from './kinds.ts';
import { emergencyNumbers } from './numbers.ts';
import { shippedPlan, type Plan } from './shipped.ts';

/** A plan as it stands for a community. `id`: null while it is the shipped one, of which nothing was changed. */
export type PlanInForce = Plan & { id: string | null };

const textsSchema = z.record(z.string(), z.string());

/** The plan for one kind of emergency, by the estate's own words where it has some; null when there is none of that name. */
export async function planInForce(
  { tx }: Pick<Step, 'tx'>,
  community: CommunityInForce,
  kind: string,
): Promise<PlanInForce | null> {
  const row = await tx.emergencyPlan.findFirst({
    where: { communityId: community.id, kind: { equals: kind, mode: 'insensitive' }, revokedAt: null },
    orderBy: { createdAt: 'desc' },
  });
  if (row) return planOf(row);
  const known = planKinds.find((one) => one === kind);
  return known ? { ...shipped(community, known), id: null } : null;
}

/** The kind that people call so: a shipped one, or a name of the estate's own. */
export async function planNamed(
  step: Pick<Step, 'tx'>,
  community: CommunityInForce,
  name: string,
): Promise<PlanInForce | null> {
  return planInForce(step, community, planKindOf(name) ?? name.normalize('NFKC').trim());
}

/** The plans of a community by name, the shipped kinds first. */
export async function listPlans(
  { tx }: Pick<Step, 'tx'>,
  community: CommunityInForce,
): Promise<{ kind: string; isOwn: boolean }[]> {
  const own = await tx.emergencyPlan.findMany({
    where: { communityId: community.id, revokedAt: null, createdById: { not: null } },
    distinct: ['kind'],
    orderBy: { createdAt: 'asc' },
    select: { kind: true },
  });
  const kinds = own.map(({ kind }) => kind);
  return [
    ...planKinds.map((kind) => ({ kind, isOwn: kinds.includes(kind) })),
    ...kinds.filter((kind) => !planKinds.some((one) => one === kind)).map((kind) => ({ kind, isOwn: true })),
  ];
}

/** How a kind is called: a shipped one in the reader's language, the estate's own as it is. */
export function planTitle(kind: string, locale: string): string {
  const known = planKinds.find((one) => one === kind);
  return known ? textsFor(locale).planName(known) : kind;
}

/** Changes a plan, or begins one of the estate's own. What is not named stays; the plan before is kept, revoked. */
export async function changePlan(
  step: Step,
  community: CommunityInForce,
  kind: string,
  change: { texts?: Record<string, string>; steps?: string[]; calls?: readonly Role[]; byId: string },
): Promise<void> {
  const { tx, now } = step;
  const { byId, ...wanted } = change;
  await tx.$queryRaw`SELECT 1 FROM "Community" WHERE id = ${community.id}::uuid FOR NO KEY UPDATE`;
  const before = (await planInForce(step, community, kind)) ?? { kind, texts: {}, steps: [], calls: [] };
  const texts = { ...before.texts, ...wanted.texts };
  const steps = wanted.steps ?? before.steps;
  const calls = [...(wanted.calls ?? before.calls)];
  await revoke(step, community, before.kind);
  const data = { communityId: community.id, kind: before.kind, texts, steps, calls, createdAt: now, createdById: byId };
  const { id } = await tx.emergencyPlan.create({ data, select: { id: true } });
  await audit(tx, { communityId: community.id, actorId: byId, action: 'change_plan', subject: `plan:${id}` });
}

/** The row of a plan that is about to be used: that of the shipped one is written then, so that it is on record by what words one went. */
export async function planOnRecord(step: Step, community: CommunityInForce, plan: PlanInForce): Promise<string> {
  if (plan.id !== null) return plan.id;
  const { kind, texts, steps, calls } = plan;
  const data = { communityId: community.id, kind, texts, steps, calls: [...calls], createdAt: step.now };
  // Revoked at once: a later version with better words holds for those who changed nothing.
  const row = await step.tx.emergencyPlan.create({ data: { ...data, revokedAt: step.now }, select: { id: true } });
  return row.id;
}

export function planOf({ id, kind, texts, steps, calls }: EmergencyPlan): PlanInForce {
  return { id, kind, texts: textsSchema.parse(texts), steps, calls };
}

async function revoke({ tx, now }: Step, { id }: CommunityInForce, kind: string): Promise<void> {
  await tx.emergencyPlan.updateMany({ where: { communityId: id, kind, revokedAt: null }, data: { revokedAt: now } });
}

function shipped({ locale, timeZone, policy }: CommunityInForce, kind: (typeof planKinds)[number]): Plan {
  return shippedPlan(kind, locale, emergencyNumbers({ timeZone, country: policy.calendar.holidays }));
}
