import type { Client } from 'pg';

/**
 * Writes a year of tickets straight into the tables, in a community that has staff: each with the steps of a life as estates
 * know it, spread by its number. Some are asked back, promised, passed on, reopened, rated, left unanswered; some are emergencies.
 * @returns how many steps were written
 */
export async function writePast(client: Client, tickets: number): Promise<number> {
  await client.query(writeTickets, [tickets]);
  const { rowCount } = await client.query(writeSteps);
  await client.query('ANALYZE "Ticket", "TicketEvent"');
  return rowCount ?? 0;
}

// `n % m` of numbers without a common divisor mixes everything with everything.
const writeTickets = `
  WITH staff AS (
    SELECT array_agg(DISTINCT p.id) AS ids FROM "Person" p JOIN "RoleGrant" g ON g."personId" = p.id
    WHERE g.role NOT IN ('resident', 'supervisor')
  )
  INSERT INTO "Ticket" (id, "communityId", code, kind, area, urgency, status, origin, summary, "assigneeId",
    "conversationId", "policyVersionId", "openedAt", explanation)
  SELECT
    (lpad(to_hex(n), 8, '0') || '-0000-7000-8000-' || left(md5(n::text), 12))::uuid, c.id, 'T' || n,
    (ARRAY['repair', 'repair', 'repair', 'complaint', 'inquiry', 'inquiry', 'suggestion', 'praise'])[1 + n % 8]::"Kind",
    (ARRAY['facilities', 'environment', 'security', 'parking', 'fees', 'other', 'service'])[1 + n % 7]::"Area",
    CASE WHEN n % 53 = 0 THEN 'emergency' WHEN n % 11 = 0 THEN 'high' ELSE 'normal' END::"Urgency",
    'closed', CASE WHEN n % 5 = 0 THEN 'phone' ELSE 'group' END::"Origin", 'x',
    staff.ids[1 + n % array_length(staff.ids, 1)],
    CASE WHEN n % 5 = 0 THEN NULL ELSE talk.id END, v.id,
    timestamptz '2026-01-01 00:00+08' + (n - 1) * (interval '365 days' / $1::int), '{}'
  FROM generate_series(1, $1::int) n
  CROSS JOIN staff
  CROSS JOIN (SELECT id FROM "Community" LIMIT 1) c
  CROSS JOIN (SELECT id FROM "PolicyVersion" LIMIT 1) v
  CROSS JOIN (SELECT id FROM "Conversation" WHERE audience = 'residents' LIMIT 1) talk`;

const writeSteps = `
  WITH t AS (
    SELECT *, substr(code, 2)::int AS n FROM "Ticket"
  )
  INSERT INTO "TicketEvent" ("ticketId", type, data, "actorId", at)
  SELECT t.id, step.type, step.data, step.actor, t."openedAt" + step.after
  FROM t
  CROSS JOIN LATERAL (VALUES
    ('opened', '{}'::jsonb, NULL::uuid, interval '0', true),
    ('assigned', jsonb_build_object('personId', t."assigneeId"), NULL, interval '0', true),
    ('passed', jsonb_build_object('toId', t."assigneeId"), NULL, interval '4 min', t.n % 13 = 0),
    ('taken', '{}', t."assigneeId", (1 + t.n % 91) * interval '1 min', t.n % 97 <> 0),
    ('asked_back', '{"question": "x"}', t."assigneeId", interval '2 h', t.n % 6 = 0),
    ('message_added', '{"part": "addition"}', NULL, interval '2 h' + t.n % 31 * interval '1 h', t.n % 6 = 0),
    ('promised', jsonb_build_object('dueAt', t."openedAt" + interval '40 h'), t."assigneeId", interval '36 h', t.n % 4 = 0),
    ('progressed', '{"text": "x"}', t."assigneeId", interval '44 h', t.n % 3 = 0),
    ('done', '{}', t."assigneeId", interval '60 h' + t.n % 41 * interval '3 h', t.n % 101 <> 0),
    ('rated', jsonb_build_object('score', 1 + t.n % 5), NULL, interval '185 h', t.n % 2 = 0 AND t.n % 101 <> 0),
    ('closed', '{"why": "rated"}', NULL, interval '190 h', t.n % 101 <> 0),
    ('reopened', '{"by": "resident"}', NULL, interval '200 h', t.n % 17 = 0),
    ('answered', '{"text": "x"}', t."assigneeId", interval '203 h', t.n % 17 = 0),
    ('done', '{}', t."assigneeId", interval '230 h', t.n % 17 = 0),
    ('closed', '{"why": "unanswered"}', NULL, interval '302 h', t.n % 17 = 0)
  ) AS step (type, data, actor, after, happened)
  WHERE step.happened
  ORDER BY t.id, step.after`;
