import type { Purpose, RestraintDeed } from '../../../prisma/generated/enums.ts';
import { newId } from '../../new-id.ts';
import type { Step } from '../../step.ts';
import type { About } from '../say.ts';
import type { Restrained } from './restrain.ts';

const deeds: Record<Exclude<Restrained['kind'], 'say'>, RestraintDeed> = {
  later: 'postponed',
  merge: 'merged',
  drop: 'dropped',
};

/** What the door did with a word in one conversation. */
export interface Noted {
  conversationId: string | null;
  deed: RestraintDeed;
  /** quiet_hours, budget, hears_less, superseded, expired. */
  reason: string;
  untilAt: Date | null;
}

/** Puts on record whatever of this was not simply said (P9a). */
export function noteRestraints(
  step: Step,
  communityId: string,
  word: { purpose: Purpose; about: About | null },
  allowed: ReadonlyMap<string, Restrained>,
): Promise<void> {
  const noted: Noted[] = [];
  for (const [conversationId, one] of allowed) {
    if (one.kind === 'say') continue;
    const untilAt = one.kind === 'drop' ? null : one.at;
    noted.push({ conversationId, deed: deeds[one.kind], reason: one.reason, untilAt });
  }
  return writeRestraints(step, communityId, word, noted);
}

/**
 * Writes a row for each, once: asking again about the same word, put off until the same instant, adds nothing. In one statement.
 */
export async function writeRestraints(
  { tx, now }: Pick<Step, 'tx' | 'now'>,
  communityId: string,
  { purpose, about }: { purpose: Purpose; about: About | null },
  noted: readonly Noted[],
): Promise<void> {
  if (noted.length === 0) return;
  const rows = noted.map((one) => ({ id: newId(), ...one }));
  await tx.$executeRaw`
    INSERT INTO "Restraint" (id, "communityId", "conversationId", purpose, subject, "subjectId", deed, reason, at, "untilAt")
    SELECT n.id, ${communityId}::uuid, n."conversationId", ${purpose}::"Purpose", ${about?.subject ?? null}::"Subject",
      ${about?.id ?? null}::uuid, n.deed::"RestraintDeed", n.reason, ${now}, n."untilAt"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS n(id uuid, "conversationId" uuid, deed text, reason text, "untilAt" timestamptz)
    WHERE ${about === null} OR NOT EXISTS (
      SELECT 1 FROM "Restraint" r
      WHERE r."conversationId" = n."conversationId" AND r."subjectId" = ${about?.id ?? null}::uuid
        AND r.deed = n.deed::"RestraintDeed" AND r.reason = n.reason AND r."untilAt" IS NOT DISTINCT FROM n."untilAt")`;
}
