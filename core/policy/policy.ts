import { z } from 'zod';
import { Area, Kind, NoticeLevel, Role, Urgency } from '../../prisma/generated/enums.ts';
import { fieldRules } from './document/field-rules.ts';
import { rungTime } from './document/rung-time.ts';
import { calendarDay, clockTime, dayOfYear, duration, nightWindow, share, windows } from './document/units.ts';

/** A code of the written policy, as tickets cite it. */
const clause = z.string().regex(/^P\d+[a-z]?$/, fieldRules.clause);
/** A name that people may read in an explanation. */
const name = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, fieldRules.name);
const counts = z.enum(['calendar', 'service']);
/** Calendar time is every minute; service time only those in which the office is open. */
export type Counts = z.output<typeof counts>;

const oneOrMore = <T extends z.ZodType>(one: T) => z.union([one.transform((value) => [value]), z.array(one).min(1)]);

/** What a limit is for. `reopened`: the first answer after "not solved" (P6d). */
export const limitPurposes = ['first_response', 'reopened', 'progress', 'resolution', 'promise', 'follow_up'] as const;
export type LimitPurpose = (typeof limitPurposes)[number];

/**
 * How long somebody may wait for something. The line that names most of a ticket counts: its urgency weighs more than its kind,
 * its kind more than its area.
 */
const limitLine = z.strictObject({
  clause,
  for: z.enum(limitPurposes),
  kind: oneOrMore(z.enum(Kind)).optional(),
  area: oneOrMore(z.enum(Area)).optional(),
  urgency: oneOrMore(z.enum(Urgency)).optional(),
  /** Null: no limit at all. Left out for promises, whose time is what was promised. */
  within: duration.nullable().optional(),
  counts: counts.default('calendar'),
  /** Who is told what, and when, while it runs and after it; null: nobody. */
  ladder: name.nullable().default(null),
});
export type LimitLine = z.output<typeof limitLine>;

/** Who a rung speaks to. */
export const addressees = [
  'assignee',
  'on_duty',
  'next_on_duty',
  'staff',
  'supervisor',
  'manager',
  'requester',
] as const;
export type Addressee = (typeof addressees)[number];

const rung = z.strictObject({
  at: rungTime,
  tell: z.enum(addressees),
  /** In the office's group, to the person directly, or both. */
  by: z.enum(['group', 'direct', 'both']).default('group'),
  /** Also in the quiet hours. */
  wakes: z.boolean().default(false),
});
export type Rung = z.output<typeof rung>;

const weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);

const calendar = z.strictObject({
  /** Country whose public holidays are kept, as ISO 3166 (CN, TW, HK, …); null: none. */
  holidays: z
    .string()
    .regex(/^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/, fieldRules.country)
    .nullable(),
  /** Service windows of an ordinary day. A weekday left out is closed. */
  week: z.partialRecord(weekday, windows),
  /** Service windows on public holidays; none: closed. */
  onHolidays: windows,
  /** Service windows on a weekend day that the country has made a working day; null: those of a Monday. */
  onMakeUpDays: windows.nullable(),
  /** Days of this community that differ from all that. */
  days: z.record(calendarDay, z.strictObject({ open: windows, because: z.string().min(1) })),
  /** Nobody is disturbed then, but by what wakes (P9a). */
  quietHours: nightWindow,
});

const reminders = z.strictObject({
  /** At most one reminder to a person in this time; those that fall into it come together. */
  spacing: duration,
  /** So many at once are one digest. */
  digestFrom: z.int().min(2),
  /** A reminder may be put off once, by so much at most. */
  postponeAtMost: duration,
});

export const followUpOccasions = ['complaint', 'emergency', 'reopened', 'low_rating', 'sample'] as const;
export type FollowUpOccasion = (typeof followUpOccasions)[number];

const followUps = z.strictObject({
  clause,
  /** How long after the ticket was closed. */
  after: duration,
  /** Who asks on which occasion; an occasion left out is not followed up. The first that fits counts, in the order of `followUpOccasions`. */
  by: z.partialRecord(z.enum(followUpOccasions), z.enum(['bot', 'person'])),
  /** How much of the rest is asked (`sample`). */
  sampleShare: share,
  /** A rating up to this is low. */
  lowRatingUpTo: z.int().min(1).max(4),
  /** Nobody answered: asked again at these hours of later days, in turns. */
  retryAt: z.array(clockTime).min(1),
  attemptsAtMost: z.int().min(1).max(10),
});

const health = z.strictObject({
  clause,
  /** A channel is looked at so often. */
  every: duration,
  /** A group that has spoken at least so often in the same hours of past weeks, and says nothing now, is silent. */
  silentFrom: z.int().min(1),
  silentAfter: duration,
  /** The clocks of the platform and of this machine may differ by so much. */
  clockSkew: duration,
  /** What is due may wait so long. */
  queueLag: duration,
});

/** Telling residents (P8), asking them (P7), and how much of that anybody has to bear (P9a). */
const telling = {
  restraint: z
    .strictObject({
      clause,
      /** So many words of ours in one group and day; what is not said to somebody in particular then waits for a digest. */
      perGroupAndDay: z.int().min(1),
      /** When what waits comes together. */
      digestAt: z.array(clockTime).min(1),
    })
    .prefault({ clause: 'P9a', perGroupAndDay: 8, digestAt: ['12:00', '18:30'] }),
  notices: z
    .strictObject({
      clause,
      /** What was confirmed is not said before so long, and can be taken back until then. An emergency goes at once. */
      takeBackWithin: duration,
      /** Notices of these levels want a second manager. */
      secondPersonFor: z.array(z.enum(NoticeLevel)),
      /** Nobody has agreed: the managers are reminded once, so long after the first has confirmed; of an emergency after five minutes. */
      remindSecondAfter: duration,
      /** A notice with a date from which it holds is sent so long before it (P8c). */
      leadTime: duration,
      /** What so many have asked about a notice is offered to the manager, to be answered for all. */
      offerQuestionsFrom: z.int().min(2),
      /** Of an emergency, the office is shown who has not confirmed it, so long after it was sent (P8b). */
      walkListAfter: duration,
    })
    .prefault({
      clause: 'P8a',
      takeBackWithin: '2min',
      secondPersonFor: [],
      remindSecondAfter: '30min',
      leadTime: '7d',
      offerQuestionsFrom: 3,
      walkListAfter: '15min',
    }),
  publications: z
    .strictObject({ clause, remindBefore: duration, overdueAfter: duration })
    .prefault({ clause: 'P8d', remindBefore: '3d', overdueAfter: '1d' }),
  care: z
    .strictObject({
      clause,
      /** Not answered: asked once more, so long after the question. */
      askAgainAfter: duration,
      /** Still not answered: a person looks after them, so long after the question. */
      handOnAfter: duration,
      /** Somebody must have taken it by then, at any hour of day and night. */
      lookInWithin: duration,
      /** Who is called meanwhile, and when; null: nobody. */
      ladder: name.nullable(),
    })
    .prefault({ clause: 'P8g', askAgainAfter: '1h', handOnAfter: '2h', lookInWithin: '30min', ladder: 'care' }),
  questionnaires: z
    .strictObject({ clause, open: duration, remindBefore: duration })
    .prefault({ clause: 'P7b', open: '7d', remindBefore: '2d' }),
  consultations: z
    .strictObject({
      clause,
      open: duration,
      remindBefore: duration,
      /** Of the eligible households, so many must vote; more than `majority` of the votes decide. */
      quorum: share,
      majority: share,
    })
    .prefault({ clause: 'P7c', open: '7d', remindBefore: '1d', quorum: '50%', majority: '50%' }),
  activities: z
    .strictObject({ clause, remindBefore: duration, thankAfter: duration })
    .prefault({ clause: 'P8h', remindBefore: '1d', thankAfter: '3h' }),
};

/** How far the desk trusts what it understands (P2). */
const understanding = z
  .strictObject({
    clause,
    /** Believed so much, a message opens a ticket by itself. */
    actFrom: share,
    /** Believed so much, the staff are asked; below it nothing is done. */
    askFrom: share,
    /** A language model that is configured is asked about so many doubtful messages a day at most. */
    opinionsPerDay: z.int().min(0),
    /** It has so long to answer; then the staff are asked. */
    opinionWithin: duration,
    /** A group that is only listened to: what would have been done is shown to the managers after so long. */
    shadowFor: duration,
    /** Reports of one thing by so many flats within `incidentWithin` are one incident. */
    incidentFrom: z.int().min(2),
    incidentWithin: duration,
  })
  .prefault({
    clause: 'P2',
    actFrom: '60%',
    askFrom: '50%',
    opinionsPerDay: 200,
    opinionWithin: '15s',
    shadowFor: '7d',
    incidentFrom: 3,
    incidentWithin: '2h',
  });

/** What somebody in danger is told at once, before anybody has come (P5e). */
const safety = z.strictObject({ clause, words: z.boolean() }).prefault({ clause: 'P5e', words: true });

const policyFields = z.strictObject({
  /** Of this way to write a policy down. */
  format: z.literal(2),
  calendar,
  limits: z.record(name, limitLine),
  ladders: z.record(name, z.record(name, rung)),
  /** Roles that a topic belongs to, best suited first (P6a). */
  responsible: z.strictObject({
    areas: z.record(z.enum(Area), z.array(z.enum(Role)).min(1)),
    /** Kinds that go to a role whatever they are about. */
    kinds: z.partialRecord(z.enum(Kind), z.array(z.enum(Role)).min(1)),
    /** A repair in one of these areas goes to these roles instead. */
    repairs: z.partialRecord(z.enum(Area), z.array(z.enum(Role)).min(1)),
  }),
  /** A ticket that was passed on and not accepted in this time returns (P6b). */
  passing: z.strictObject({ clause, acceptWithin: duration, counts }),
  /** After a limit has passed the resident is told when they will hear instead: so much later. */
  breach: z.strictObject({ clause, newDateWithin: duration, counts }),
  reminders,
  closing: z.strictObject({ clause, remindToRateAfter: duration, closeUnansweredAfter: duration }),
  followUps,
  health,
  /** Alarms of one device within this time of each other are one incident (P10h). */
  machines: z.strictObject({ clause, flappingWithin: duration, perMinute: z.int().min(1) }),
  /** A group that nobody links is left. */
  leaveUnlinkedAfter: duration,
  /** What is over is kept for so long, and then made anonymous (P4). */
  archive: z.strictObject({ clause, keep: duration }).prefault({ clause: 'P4', keep: '1096d' }),
  /** The day of each year from which on the managers are asked to review the policy (P10f). */
  review: z.strictObject({ clause, on: dayOfYear }).prefault({ clause: 'P10f', on: '01-10' }),
  understanding,
  safety,
  ...telling,
});

/** What a community promises its residents (P5 … P10), as rules read it: durations in milliseconds, shares from 0 to 1. */
export type Policy = z.output<typeof policyFields>;
/** A policy as it is written down: durations as "48h", windows as "08:30-18:00". Kept so in `PolicyVersion.data`. */
export type PolicyDocument = z.input<typeof policyFields>;

/**
 * Reads a whole policy (a shipped default with a community's changes already in it). Fields are only ever added, with a default,
 * so that old versions stay readable. Whether the fields also fit together is asked when a policy is checked or proposed
 * (core/policy/check/contradictions.ts), and not here.
 */
export const policySchema = policyFields;
