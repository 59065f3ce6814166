import { addMessage } from '../tickets/add-message.ts';
import { noteAnswerInGroup } from '../tickets/answer.ts';
import { announceTickets } from '../tickets/announce.ts';
import { takeInOutage, type AgainstNotice } from '../notices/outages/take-in.ts';
import { gatherQuestions } from '../notices/questions/gather.ts';
import { noticeAskedAbout } from '../notices/questions/tie.ts';
import type { Speaker } from '../people/identify.ts';
import { isContractor } from '../people/roles.ts';
import { spokenLocale } from '../text/spoken-locale.ts';
import { noteAnswerToAllThere } from '../tickets/incidents/answered-there.ts';
import { originOf } from '../tickets/origin-of.ts';
import { openTicket, type OpenedTicket } from '../tickets/open.ts';
import { askedUnderNotice } from './asked-under-notice.ts';
import { loadContext } from './context.ts';
import { askWhether } from './doubt.ts';
import { awaitOpinion } from './opinion/await-opinion.ts';
import { heardMessage, type Heard } from './heard.ts';
import { parsePlaces } from './place/parse-places.ts';
import { listen } from './shadow/listen.ts';
import { reportLate } from './late-report.ts';
import { spokenTo } from './spoken-to.ts';
import type { Act, Explanation, Kind, Understand, Understanding } from './understanding.ts';

/**
 * Makes of a message in a residents' group, or of a resident's direct message, what the understanding says: tickets, additions to
 * tickets, answers by staff, questions to the staff, or nothing. Returns how many things came of it.
 */
export async function hear(heard: Heard, understand: Understand): Promise<number> {
  const { step, community, conversation, message, speaker } = heard;
  const at = new Date(heard.event.at);
  const context = await loadContext(step.tx, conversation, community, { messageId: message.id, at });
  const understanding = understand(heardMessage(heard, at), context);
  const isOfResident = speaker !== null && !speaker.staff;
  const said =
    heard.noticeId && isOfResident ? askedUnderNotice(heard.event.text, understanding.acts) : understanding.acts;
  const isOnlyHeard = conversation.hearing === 'shadow';
  const asked = isOnlyHeard ? await listen(heard, said, understanding.explanation) : said;
  // What a notice announced is counted there, and makes no ticket.
  const taken = isOnlyHeard ? null : await takeInOutage(heard, asked, context);
  const acts = taken?.acts ?? asked;
  if (taken?.noticeId) await noteOnNotice(heard, taken.noticeId, understanding);
  if (acts.length === 0) return taken?.noticeId ? 1 : said.length;
  await noteLanguage(heard);
  const opened: OpenedTicket[] = [];
  // Tickets are held in one order by everybody, so that nobody waits in a circle.
  const inOrder = acts.toSorted((a, b) => held(a).localeCompare(held(b)));
  for (const act of inOrder) {
    const ticket = await carryOut(heard, act, understanding, taken?.against.get(act) ?? null);
    if (ticket) opened.push(ticket);
  }
  if (opened.length > 0) await announceTickets(heard, opened);
  await gatherAsked(heard, acts, opened);
  await step.tx.message.update({
    where: { id: message.id },
    // With a doubt, what the staff are asked about is kept there already.
    data: {
      act: actOnRecord(acts),
      ...(acts.some((act) => act.kind === 'doubt')
        ? {}
        : { explanation: { ...understanding.explanation, ...(taken?.noticeId ? { notice: taken.noticeId } : {}) } }),
    },
    select: { id: true },
  });
  return acts.length;
}

/** Whoever brings a matter is answered in the language they brought it in (P9c). */
async function noteLanguage({ step, speaker, event }: Heard): Promise<void> {
  if (!speaker || speaker.staff) return;
  const locale = spokenLocale(event.text);
  if (!locale || locale === speaker.locale) return;
  speaker.locale = locale;
  await step.tx.person.update({ where: { id: speaker.personId }, data: { locale }, select: { id: true } });
}

/** What was counted on a notice joined a matter on record: the notice, which its explanation names. */
async function noteOnNotice({ step, message }: Heard, notice: string, { explanation }: Understanding): Promise<void> {
  const data = { act: 'addition' as const, explanation: { ...explanation, notice } };
  await step.tx.message.update({ where: { id: message.id }, data, select: { id: true } });
}

async function carryOut(
  heard: Heard,
  act: Act,
  understanding: Understanding,
  against: AgainstNotice | null,
): Promise<OpenedTicket | null> {
  const { step, community, message, speaker, event } = heard;
  const occasion = message.id;
  switch (act.kind) {
    case 'report':
      return openTicket(step, community, {
        matter: act.matter,
        origin: originOf(heard.conversation),
        conversationId: heard.conversation.id,
        message: { id: message.id, personId: speaker?.personId ?? null },
        requesterId: speaker?.personId ?? null,
        explanation: { believed: act.matter.confidence, ...withReason(understanding.explanation, against) },
        addressedId: await spokenTo(heard),
        noticeId: against?.noticeId ?? (await noticeAsked(heard, act.matter.kind)),
        likeId: act.like ?? null,
        enteredBy: null,
      });
    case 'doubt':
      if (!(await awaitOpinion(heard, act, understanding.explanation)))
        await askWhether(heard, act, understanding.explanation);
      return null;
    case 'late_report':
      await reportLate(heard, act, {
        explanation: withReason(understanding.explanation, against),
        noticeId: against?.noticeId ?? null,
      });
      return null;
    case 'addition': {
      const { matterId: ticketId, part, changes } = act;
      await addMessage({ step, community, ticketId, message, speaker, part, changes, occasion });
      return null;
    }
    case 'answer': {
      if (!speaker || !(await mayAnswer(heard, act.matterId))) return null;
      const note = isToEverybody(heard, speaker) ? noteAnswerToAllThere : noteAnswerInGroup;
      await note({
        step,
        community,
        ticketId: act.matterId,
        by: speaker,
        messageId: message.id,
        occasion,
        text: event.text,
      });
      return null;
    }
  }
}

/** Said to nobody in particular, and about no building; what contractors say is about what is theirs. */
function isToEverybody({ event, replyToId, conversation }: Heard, speaker: Speaker): boolean {
  if (replyToId !== null || event.replyToId !== null || event.quotedText !== null) return false;
  if (isContractor(speaker.roles)) return false;
  const setting = { buildings: conversation.allBuildings, groupBuildings: conversation.buildings, locale: '' };
  return parsePlaces(event.text, setting).length === 0;
}

const withReason = (explanation: Explanation, against: AgainstNotice | null): Explanation =>
  against?.why
    ? { ...explanation, reasons: [{ what: `against a notice: ${against.why}`, weight: 1 }, ...explanation.reasons] }
    : explanation;

/** The notice that a question or a complaint is about (P8c). */
function noticeAsked(heard: Heard, kind: Kind): Promise<string | null> {
  const { step, community, conversation, event, speaker, noticeId: repliesTo = null } = heard;
  const building = speaker?.flat?.building ?? null;
  return noticeAskedAbout(step, {
    communityId: community.id,
    kind,
    conversation,
    building,
    text: event.text,
    repliesTo,
  });
}

/** Whoever asks about a notice, or says "me too" to a question about it, may be the one who makes them many. */
async function gatherAsked({ step, community }: Heard, acts: readonly Act[], opened: OpenedTicket[]): Promise<void> {
  const about = new Set(opened.flatMap(({ ticket }) => ticket.noticeId ?? []));
  const joined = acts.flatMap((act) => (act.kind === 'addition' ? [act.matterId] : []));
  if (joined.length > 0) {
    const tickets = await step.tx.ticket.findMany({
      where: { id: { in: joined }, noticeId: { not: null } },
      select: { noticeId: true },
    });
    for (const { noticeId } of tickets) if (noticeId) about.add(noticeId);
  }
  for (const noticeId of [...about].toSorted()) await gatherQuestions(step, community, noticeId);
}

/** What contractors say among residents answers only what is theirs. */
async function mayAnswer({ step, speaker }: Heard, ticketId: string): Promise<boolean> {
  if (!speaker || !isContractor(speaker.roles)) return true;
  const theirs = { OR: [{ assigneeId: speaker.personId }, { offeredToId: speaker.personId }] };
  return (await step.tx.ticket.count({ where: { id: ticketId, ...theirs } })) > 0;
}

/** The ticket that an act holds; new ones are nobody else's yet, and come first. */
const held = (act: Act): string => (act.kind === 'addition' || act.kind === 'answer' ? act.matterId : '');

function actOnRecord(acts: Act[]): 'report' | 'addition' | 'answer' | 'doubt' {
  const kinds = new Set(
    acts.map((act) => (act.kind === 'late_report' ? (act.part === 'answer' ? 'answer' : 'addition') : act.kind)),
  );
  for (const kind of ['report', 'addition', 'answer'] as const) if (kinds.has(kind)) return kind;
  return 'doubt';
}
