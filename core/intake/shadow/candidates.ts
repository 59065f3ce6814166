import type { Tx } from '../../database.ts';

/** A group as far as being listened to goes. */
export interface ShadowGroup {
  id: string;
  title: string;
  communityId: string;
  /** It is only listened to now. */
  isListening: boolean;
  /** Since when it is, or when it was so last; null: it never was. */
  since: Date | null;
}

/** What a group's listening is noted as, in the audit. */
export const subjectOf = (conversationId: string): string => `conversation:${conversationId}`;

/** The group, if it is one of residents in that community. */
export async function shadowGroup(tx: Tx, communityId: string, id: string): Promise<ShadowGroup | null> {
  const group = await tx.conversation.findFirst({
    where: { id, communityId, kind: 'group' },
    select: { title: true, hearing: true, shadowSince: true },
  });
  if (!group) return null;
  const isListening = group.hearing === 'shadow';
  const since = isListening ? group.shadowSince : await lastTime(tx, communityId, id);
  return { id, title: group.title, communityId, isListening, since };
}

/** A group that acts again tells of the last time only by the books. */
async function lastTime(tx: Tx, communityId: string, id: string): Promise<Date | null> {
  const begun = await tx.auditEntry.findFirst({
    where: { communityId, action: 'listen_only', subject: subjectOf(id) },
    orderBy: { at: 'desc' },
    select: { at: true },
  });
  return begun?.at ?? null;
}

const shown = {
  id: true,
  messageId: true,
  deed: true,
  matter: true,
  believed: true,
  tied: true,
  settledAt: true,
  isMatter: true,
  judgedById: true,
  conversationId: true,
  message: { select: { id: true, personId: true, recalledAt: true } },
} as const;

/** What was heard since then, in its order. */
export const candidatesSince = (tx: Tx, { id: conversationId, since }: { id: string; since: Date | null }) =>
  tx.candidate.findMany({
    where: { conversationId, ...(since ? { heardAt: { gte: since } } : {}) },
    orderBy: [{ heardAt: 'asc' }, { id: 'asc' }],
    select: shown,
  });

export type Candidate = Awaited<ReturnType<typeof candidatesSince>>[number];

export const readCandidate = (tx: Tx, id: string, communityId: string): Promise<Candidate | null> =>
  tx.candidate.findFirst({ where: { id, conversation: { communityId } }, select: shown });

/** What its writer took back, and nobody has judged, is not asked about. */
export const isOpen = ({ isMatter, message }: Candidate): boolean => isMatter === null && message.recalledAt === null;

/** What counts in the figures: all but what was taken back before anybody judged it. */
export const isCounted = (candidate: Candidate): boolean => candidate.isMatter !== null || isOpen(candidate);

/** The candidates of a group with which a message is shown. */
export async function candidatesWith(
  tx: Tx,
  { id, conversationId }: { id: string; conversationId: string },
): Promise<{ id: string; messageId: string; tied: string[] }[]> {
  const where = { conversationId, tied: { has: id } };
  return tx.candidate.findMany({ where, select: { id: true, messageId: true, tied: true } });
}

/** Lines that residents have said in the group since then; what they took back, too. */
export async function linesHeard(tx: Tx, { id, since }: { id: string; since: Date | null }): Promise<number> {
  const [row] = await tx.$queryRaw<{ lines: number }[]>`
    SELECT count(*)::int AS lines FROM "Message" m
    WHERE m."conversationId" = ${id}::uuid AND m."recordedAt" >= ${since} AND m.act <> 'command' AND NOT EXISTS (
      SELECT 1 FROM "RoleGrant" g WHERE g."personId" = m."personId" AND g."revokedAt" IS NULL
        AND g.role NOT IN ('resident', 'committee', 'supervisor'))`;
  return row?.lines ?? 0;
}
