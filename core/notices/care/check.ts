import type { Choice, OutgoingContent } from '../../channel/outgoing.ts';
import { communityInForce, type CommunityInForce } from '../../people/communities.ts';
import { wallClock } from '../../policy/time/wall-clock.ts';
import type { Step } from '../../step.ts';
import type { DayPart } from '../../text/care/texts.ts';
import { textsFor } from '../../text/texts-for.ts';
import type { Texts } from '../../text/texts.ts';
import { choiceIds } from '../../tickets/choice-id.ts';

/** One time of asking, with whom it concerns. */
export interface HeldCheck {
  id: string;
  contactId: string;
  personId: string;
  askedAt: Date;
  remindedAt: Date | null;
  answeredAt: Date | null;
  isWell: boolean | null;
  ticketId: string | null;
  /** They are not asked any more. */
  over: boolean;
  person: { name: string; locale: string | null; home: { building: string; unit: string | null; room: string } | null };
  community: CommunityInForce;
}

/** The check as it stands, held by this transaction. Null when there is none. */
export async function holdCheck(step: Step, id: string): Promise<HeldCheck | null> {
  await step.tx.$queryRaw`SELECT 1 FROM "CareCheck" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const household = { select: { unit: true, room: true, building: { select: { label: true } } } };
  const person = { select: { name: true, locale: true, household } };
  const row = await step.tx.careCheck.findUnique({
    where: { id },
    include: { contact: { select: { personId: true, communityId: true, revokedAt: true, person } } },
  });
  if (!row) return null;
  const { contact, ...check } = row;
  const home = contact.person.household;
  return {
    ...check,
    personId: contact.personId,
    over: contact.revokedAt !== null,
    person: {
      name: contact.person.name,
      locale: contact.person.locale,
      home: home && { building: home.building.label, unit: home.unit || null, room: home.room },
    },
    community: await communityInForce(step.tx, contact.communityId, step.now),
  };
}

/** The question, with its two answers. */
export function careQuestion(
  texts: Texts,
  checkId: string,
  at: Date,
  timeZone: string,
  again: boolean,
): OutgoingContent {
  const text = again ? texts.careAgain() : texts.careAsk(dayPart(at, timeZone));
  return { text, choices: careChoices(texts, checkId) };
}

const careChoices = (texts: Texts, checkId: string): Choice[][] => [
  [
    { id: choiceIds.about('care', 'well', checkId), label: texts.careWellChoice() },
    { id: choiceIds.about('care', 'help', checkId), label: texts.careHelpChoice() },
  ],
];

/** What one wishes somebody at this hour of the wall. */
function dayPart(at: Date, timeZone: string): DayPart {
  const { hour } = wallClock(at, timeZone);
  return hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening';
}

/** In their own language. */
export const textsOfCheck = ({ person, community }: HeldCheck): Texts => textsFor(person.locale ?? community.locale);
