import type { Prisma } from '../../../prisma/generated/client.ts';
import { audit } from '../../people/audit.ts';
import type { Step } from '../../step.ts';
import { mistakeTextsFor } from '../../text/policy/mistake-texts-for.ts';
import { textsFor } from '../../text/texts-for.ts';
import { examine } from '../check/examine.ts';
import { pathText, type Flaw } from '../check/flaw.ts';
import { mergePolicy } from '../document/merge.ts';
import { readStoredDocument } from '../document/stored-policy.ts';
import type { Named } from './approvers.ts';
import { changesInWords } from './changes-in-words.ts';
import { holdVersions } from './hold-versions.ts';
import { versionInForce } from './standing.ts';
import { tellProposed } from './tell.ts';

export interface Proposal {
  /** What is to be different from what will hold at that date (see `mergePolicy`), or a policy as a whole. */
  change: { kind: 'differences'; differences: unknown } | { kind: 'whole'; document: unknown };
  /** Null: as soon as it is approved. */
  takesEffectAt: Date | null;
  reason: string;
  by: Named;
  /** Also for tickets that are open then. Whoever approves it may decide otherwise. */
  movesRunning?: boolean;
  /** Where the proposal itself was made, and the message to reply to: the choices come there as an answer. */
  saidIn?: { conversationId: string; messageExternalId: string };
}

/** What is wrong with a proposed policy, where, and what would mend it. */
export interface Mistake {
  path: string;
  message: string;
  mend: string;
}

export type Proposed =
  | { kind: 'proposed'; versionId: string; version: number; changes: string[]; toldIn: string[] }
  /** {@link mistakesIn} says it in words. */
  | { kind: 'wrong'; flaws: Flaw[] }
  /** It would change nothing. */
  | { kind: 'same' }
  | { kind: 'in_past' };

/**
 * Puts the next version of a community's policy on record, whole, and before those who decide about it. It never takes effect
 * unless it is approved. A date that has passed is refused; now is not.
 */
export async function proposeVersion(
  step: Step,
  community: { id: string; locale: string; timeZone: string },
  { change, takesEffectAt, reason, by, movesRunning = false, saidIn }: Proposal,
): Promise<Proposed> {
  const from = takesEffectAt ?? step.now;
  if (from < step.now) return { kind: 'in_past' };
  const all = await holdVersions(step, community.id);
  const before = versionInForce(all, from);
  if (!before) throw new Error(`there is no community ${community.id} with a policy in force`);
  const base = readStoredDocument(before.data);
  const document = change.kind === 'whole' ? change.document : mergePolicy(base, change.differences);
  const examined = examine(document, base);
  if (!examined.ok) return { kind: 'wrong', flaws: examined.flaws };
  const changes = changesInWords(before.data, examined.document, textsFor(community.locale));
  if (changes.length === 0) return { kind: 'same' };
  const version = await step.tx.policyVersion.create({
    data: {
      communityId: community.id,
      version: Math.max(0, ...all.map((one) => one.version)) + 1,
      data: examined.document,
      takesEffectAt: from,
      reason,
      proposedById: by.personId,
      proposedByName: by.name,
      proposedAt: step.now,
      movesRunning,
    },
  });
  await audit(step.tx, {
    communityId: community.id,
    actorId: by.personId,
    action: 'propose_policy',
    subject: `policy:${version.id}`,
    data: { version: version.version, movesRunning } satisfies Prisma.InputJsonObject,
    at: step.now,
  });
  const toldIn = await tellProposed(step, community, { version, changes, ...(saidIn ? { saidIn } : {}) });
  return { kind: 'proposed', versionId: version.id, version: version.version, changes, toldIn };
}

/** What is wrong, in a language. */
export function mistakesIn(flaws: readonly Flaw[], locale: string): Mistake[] {
  const texts = mistakeTextsFor(locale);
  return flaws.map(({ path, said }) => ({ path: pathText(path), ...said(texts) }));
}
