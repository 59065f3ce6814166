import type { Audience, ConversationKind, ConversationState, Hearing } from '../../prisma/generated/enums.ts';
import type { Tx } from '../database.ts';

/** A conversation as the desk needs it to make something of what is said in it. */
export interface ConversationAtHand {
  id: string;
  communityId: string | null;
  channel: string;
  account: string;
  externalId: string;
  kind: ConversationKind;
  audience: Audience | null;
  title: string;
  state: ConversationState;
  /** Whether the desk acts on what residents say there, or only listens. */
  hearing: Hearing;
  personId: string | null;
  /** Labels of the buildings it is for; empty means all. */
  buildings: string[];
  /** Labels of all buildings of its community. */
  allBuildings: string[];
}

/** @throws when there is no such conversation. */
export async function readConversation(tx: Tx, id: string): Promise<ConversationAtHand> {
  const [row] = await tx.$queryRaw<ConversationAtHand[]>`
    SELECT c.id, c."communityId", c.channel, c.account, c."externalId", c.kind::text, c.audience::text, c.title, c.state::text,
      c."personId",
      c.hearing::text,
      ARRAY(SELECT b.label FROM "_BuildingToConversation" j JOIN "Building" b ON b.id = j."A" WHERE j."B" = c.id ORDER BY 1) AS buildings,
      ARRAY(SELECT b.label FROM "Building" b WHERE b."communityId" = c."communityId" ORDER BY 1) AS "allBuildings"
    FROM "Conversation" c WHERE c.id = ${id}::uuid`;
  if (!row) throw new Error(`there is no conversation ${id}`);
  return row;
}
