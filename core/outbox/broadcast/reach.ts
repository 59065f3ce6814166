import { z } from 'zod';
import type { CommunityInForce } from '../../people/communities.ts';
import type { Tx } from '../../database.ts';
import { audienceSchema, type Audience, type AudienceInput } from './audience.ts';
import { chatsOfPersons, groupsMeant, householdsMeant, personsMeant } from './whom.ts';

/** Whom an audience comes to now. */
export interface Reach {
  /** Groups, with their titles, in the order of their making. */
  groups: { id: string; title: string; channel: string; buildings: string[] }[];
  /** Persons who can be told directly, and those who cannot because no chat of theirs is known. */
  direct: number;
  unreachable: number;
  /** Households on record that are meant ({@link householdsMeant}). */
  households: number;
  /** What was named and is not there: labels of buildings, tags, tickets. */
  unknown: string[];
}

const groupRows = z.array(
  z.object({ id: z.string(), title: z.string(), channel: z.string(), buildings: z.array(z.string()) }),
);
const personCounts = z.tuple([z.object({ direct: z.int(), unreachable: z.int() })]);
const householdCounts = z.tuple([z.object({ households: z.int() })]);
const unknownRows = z.array(z.object({ said: z.string() }));

/** Counts whom an audience comes to, for whoever is about to tell them. */
export async function reachOf(tx: Tx, community: CommunityInForce, input: AudienceInput): Promise<Reach> {
  const audience = audienceSchema.parse(input);
  const groups = groupRows.parse(
    await tx.$queryRaw`
      SELECT c.id, c.title, c.channel, coalesce((
        SELECT array_agg(b.label ORDER BY b.label) FROM "_BuildingToConversation" l JOIN "Building" b ON b.id = l."A" WHERE l."B" = c.id),
        '{}') AS buildings
      FROM "Conversation" c WHERE c.id IN (${groupsMeant(community.id, audience)}) ORDER BY c."createdAt", c.id`,
  );
  const persons = personsMeant(community.id, audience);
  const [{ direct, unreachable }] = personCounts.parse(
    await tx.$queryRaw`
      SELECT count(chat."conversationId")::int AS direct, (count(*) - count(chat."conversationId"))::int AS unreachable
      FROM (${persons}) AS p LEFT JOIN (${chatsOfPersons(persons)}) AS chat ON chat."personId" = p.id`,
  );
  const [{ households }] = householdCounts.parse(
    await tx.$queryRaw`SELECT count(*)::int AS households FROM (${householdsMeant(community.id, audience)}) AS h`,
  );
  return { groups, direct, unreachable, households, unknown: await unknownOf(tx, community.id, audience) };
}

async function unknownOf(tx: Tx, communityId: string, audience: Audience): Promise<string[]> {
  const { buildings, tags, reportersOf } = audience;
  if (buildings.length + tags.length + reportersOf.length === 0) return [];
  const rows = await tx.$queryRaw`
    SELECT said FROM unnest(${buildings}::text[]) AS said WHERE NOT EXISTS (
      SELECT 1 FROM "Building" b WHERE b."communityId" = ${communityId}::uuid AND upper(b.label) = upper(said))
    UNION ALL SELECT '#' || said FROM unnest(${tags}::text[]) AS said WHERE NOT EXISTS (
      SELECT 1 FROM "Conversation" c WHERE c."communityId" = ${communityId}::uuid AND c.tags @> ARRAY[said])
    UNION ALL SELECT said FROM unnest(${reportersOf}::text[]) AS said WHERE NOT EXISTS (
      SELECT 1 FROM "Ticket" t WHERE t."communityId" = ${communityId}::uuid AND (t.id::text = said OR t.code = said))`;
  return unknownRows.parse(rows).map(({ said }) => said);
}
