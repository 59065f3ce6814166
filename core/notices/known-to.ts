import type { Notice } from '../../prisma/generated/client.ts';
import type { ConversationAtHand } from '../people/conversation.ts';
import type { Step } from '../step.ts';
import { audienceOf } from './notice.ts';

/** Who speaks, and where. */
export interface KnownWhere {
  communityId: string;
  conversation: Pick<ConversationAtHand, 'id' | 'kind'>;
  /** The building of the flat on record; null where none is. */
  building: string | null;
  /** The notice whose words they reply to. */
  repliesTo: string | null;
}

/** A notice that somebody was told. */
export type NoticeKnown = Notice & {
  /** When the words that stand there now were first told. */
  toldAt: Date;
};

/** Of several notices only the latest are looked at. */
const NOTICES_AT_MOST = 20;

/**
 * The notices that whoever speaks there has been told, the latest first, as far as they hold or are over: told in that conversation, replied
 * to, or, for somebody who writes directly, for everybody in their building. No drills. One statement.
 */
export async function noticesKnownTo({ tx }: Pick<Step, 'tx'>, where: KnownWhere): Promise<NoticeKnown[]> {
  const { communityId, conversation, building, repliesTo } = where;
  const isDirect = conversation.kind === 'direct';
  const rows = await tx.$queryRaw<(NoticeKnown & { isTold: boolean })[]>`
    SELECT * FROM (
      SELECT n.*, n.id = ${repliesTo}::uuid OR EXISTS (
          SELECT 1 FROM "Broadcast" b JOIN "BroadcastTarget" t ON t."broadcastId" = b.id
          WHERE b.subject = 'notice' AND b."subjectId" = n.id AND b.occasion = 'announce' AND t."conversationId" = ${conversation.id}::uuid
            AND t.state NOT IN ('failed', 'dropped')) AS "isTold",
        coalesce((SELECT min(v."changedAt") FROM "NoticeVersion" v WHERE v."noticeId" = n.id AND v.text = n.text), n."liveAt") AS "toldAt"
      FROM "Notice" n
      WHERE n."communityId" = ${communityId}::uuid AND n.state IN ('live', 'ended') AND NOT n."isDrill") known
    WHERE known."isTold" IS TRUE OR ${isDirect} ORDER BY known."liveAt" DESC LIMIT ${NOTICES_AT_MOST}`;
  return rows.filter((notice) => notice.isTold || isForHome(notice, building));
}

/** It is for everybody in that building, or in the whole estate. */
function isForHome(notice: Notice, building: string | null): boolean {
  const { to, buildings, tags, reportersOf, persons } = audienceOf(notice);
  if (to === 'staff' || persons || tags.length > 0 || reportersOf.length > 0) return false;
  const label = building?.toUpperCase() ?? null;
  return buildings.length === 0 || buildings.some((one) => one.toUpperCase() === label);
}
