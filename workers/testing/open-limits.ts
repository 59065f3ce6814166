import { Client } from 'pg';
import type { Database } from '../../core/database.ts';
import { enrolPerson } from '../../core/people/enrol.ts';
import { foundEstate } from '../../core/people/found-estate.ts';
import { defaultPolicyDocument } from '../../core/policy/default-policy.ts';

/** How many staff share the work: reminders of one person come together, and are not what is measured. */
const STAFF = 200;

export interface Wanted {
  /** Limits that run. */
  open: number;
  /** How many of them fall due between `from` and `until`, evenly. */
  due: number;
  from: Date;
  until: Date;
}

/**
 * Founds an estate and opens that many limits, two to a ticket. Each has the deadlines that are left of its ladder: those of the
 * limits which fall due now are the limit itself, the supervisor's rung and the resident's; the others lie beyond the next hours.
 */
export async function openLimits(url: string, db: Database, wanted: Wanted): Promise<void> {
  const communityId = await foundBusyEstate(db);
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    // Loading a million rows must not look each of them up in the tables that it points to.
    await client.query(`SET session_replication_role = 'replica'`);
    const tickets = Math.ceil(wanted.open / 2);
    await client.query(
      `INSERT INTO "Ticket" (id, "communityId", code, kind, area, urgency, status, origin, summary, "assigneeId", "conversationId",
         "policyVersionId", "openedAt", "firstResponseAt", explanation)
       SELECT gen_random_uuid(), $1, 'B' || n, 'repair', 'facilities', 'normal', 'accepted', 'group', '楼道灯不亮',
         staff.ids[1 + n % array_length(staff.ids, 1)], talk.id, version.id, now() - interval '1 day', now() - interval '1 day', '{}'
       FROM generate_series(1, $2) n,
         (SELECT array_agg("personId") ids FROM "RoleGrant" WHERE role = 'maintenance') staff,
         (SELECT id FROM "Conversation" WHERE audience = 'residents' LIMIT 1) talk,
         (SELECT id FROM "PolicyVersion" WHERE "communityId" = $1 ORDER BY version DESC LIMIT 1) version`,
      [communityId, tickets],
    );
    await client.query(
      `INSERT INTO "Limit" (id, "ticketId", kind, clause, line, counts, "startedAt", "dueAt")
       SELECT gen_random_uuid(), id, kind, 'P5f', line, 'calendar', "openedAt",
         CASE WHEN kind = 'progress' AND n <= $1 THEN $2::timestamptz + ($3::timestamptz - $2::timestamptz) * (n - 1) / $1
           ELSE $2::timestamptz + interval '3 hours' + interval '14 days' * random() END
       FROM (SELECT id, "openedAt", row_number() OVER (ORDER BY code) n FROM "Ticket") t,
         (VALUES ('progress'::"LimitKind", 'progress'), ('resolution', 'repair-done')) kinds (kind, line)`,
      [wanted.due, wanted.from, wanted.until],
    );
    await client.query(
      `INSERT INTO "Deadline" (id, kind, rung, "dueAt", "ticketId", "limitId")
       SELECT gen_random_uuid(), rungs.kind::"DeadlineKind", rungs.rung, l."dueAt", l."ticketId", l.id
       FROM "Limit" l JOIN (VALUES ('breach', NULL, true), ('escalate', 'passed', true), ('escalate', 'sorry', false)) rungs (kind, rung, always)
         ON rungs.always OR l."dueAt" < $1`,
      [wanted.until],
    );
    for (const table of ['Ticket', 'Limit', 'Deadline']) await client.query(`VACUUM ANALYZE "${table}"`);
  } finally {
    await client.end();
  }
}

async function foundBusyEstate(db: Database): Promise<string> {
  const now = new Date();
  const at = { channel: 'bench', account: 'desk' };
  const groups = (['residents', 'staff', 'managers'] as const).map((audience) => ({
    externalId: audience,
    title: audience,
    audience,
  }));
  const estate = { name: '桂园小区', locale: 'zh-CN', timeZone: 'Asia/Shanghai', buildings: [], ...at, groups };
  const communityId = await foundEstate(db, estate, now);
  for (let n = 1; n <= STAFF; n++) {
    const externalId = `staff-${n}`;
    const person = { communityId, channel: at.channel, externalId, name: `孙工${n}` };
    await enrolPerson(db, { ...person, role: 'maintenance', flat: null }, now);
  }
  // Nobody is asleep while this is measured.
  const calendar = { ...defaultPolicyDocument.calendar, quietHours: '00:00-00:00' };
  await db.policyVersion.create({
    data: {
      communityId,
      version: 2,
      data: { ...defaultPolicyDocument, calendar },
      takesEffectAt: now,
      approvedAt: now,
    },
  });
  return communityId;
}
