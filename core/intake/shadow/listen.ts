import type { CandidateDeed } from '../../../prisma/generated/enums.ts';
import { newId } from '../../new-id.ts';
import { redact } from '../../text/redact.ts';
import { applyChanges } from '../apply-changes.ts';
import type { Heard } from '../heard.ts';
import type { Act, Explanation, HeardMatter } from '../understanding.ts';
import { sayAlarm } from './alarm.ts';
import { matterToKeep, readKeptMatters, type KeptMatters } from './kept-matter.ts';

/** Believed so much, what nothing would be done about is kept, so that missed matters can be counted. */
const KEPT_FROM = 0.1;
const LONGEST_SUMMARY = 80;

type Addition = Extract<Act, { kind: 'addition' }>;
type LateReport = Extract<Act, { kind: 'late_report' }>;
type Tying = Addition | Extract<Act, { kind: 'answer' }>;

/**
 * A message of a group that is only listened to: what would have been done is kept as a candidate, with the lines that would have been tied
 * to it, and nothing is said, except that the managers hear of a danger at once (P5e). Returns the acts that are to be carried out all
 * the same, because they belong to tickets from before the group was only listened to; none of them has the desk speak in the group.
 */
export async function listen(heard: Heard, acts: readonly Act[], explanation: Explanation): Promise<Act[]> {
  const candidate = candidateIn(heard, acts, explanation);
  if (candidate) await keep(heard, candidate, explanation);
  for (const act of acts) if (act.kind === 'late_report') await keepLate(heard, act, explanation);
  const left: Act[] = [];
  for (const act of acts) {
    if (act.kind !== 'addition' && act.kind !== 'answer') continue;
    if (await tie(heard, act)) continue;
    left.push(act.kind === 'addition' ? await quietly(heard, act) : act);
  }
  return left;
}

interface NewCandidate {
  deed: CandidateDeed;
  matters: KeptMatters;
  believed: number;
}

function candidateIn({ event, speaker }: Heard, acts: readonly Act[], { believed }: Explanation): NewCandidate | null {
  const heardAs = (kind: 'report' | 'doubt'): HeardMatter[] =>
    acts.flatMap((act) => (act.kind === kind ? [act.matter] : []));
  const [report, ...reports] = heardAs('report');
  const [doubt, ...doubts] = heardAs('doubt');
  if (report) return { deed: 'ticket', matters: [report, ...reports], believed: believed ?? report.confidence };
  if (doubt) return { deed: 'question', matters: [doubt, ...doubts], believed: believed ?? doubt.confidence };
  if (acts.length > 0 || speaker?.staff || believed === undefined || believed < KEPT_FROM) return null;
  return { deed: 'nothing', matters: [plainMatter(event.text, believed)], believed };
}

function plainMatter(text: string, confidence: number): HeardMatter {
  const place = { building: null, unit: null, room: null, spot: null };
  const summary = redact(text.replaceAll(/\s+/g, ' ').trim()).slice(0, LONGEST_SUMMARY).toWellFormed();
  return { kind: 'inquiry', area: 'other', urgency: 'normal', place, summary, sensitive: false, confidence };
}

/** A message that is heard anew is the same candidate, whatever was said of it. */
async function keep(heard: Heard, candidate: NewCandidate, explanation: Explanation): Promise<void> {
  const { step, message } = heard;
  const id = await putOnRecord(heard, candidate, { opener: message.id, tied: [message.id] });
  await step.tx.message.update({ where: { id: message.id }, data: { explanation }, select: { id: true } });
  const danger = candidate.matters.find(({ urgency }) => urgency === 'emergency');
  if (danger) await sayAlarm(heard, danger, { candidateId: id });
}

async function putOnRecord(
  { step, conversation }: Heard,
  { deed, matters, believed }: NewCandidate,
  { opener, tied }: { opener: string; tied: string[] },
): Promise<string> {
  const [kept] = await step.tx.$queryRaw<{ id: string }[]>`
    INSERT INTO "Candidate" (id, "conversationId", "messageId", deed, matter, believed, tied, "heardAt")
    VALUES (${newId()}::uuid, ${conversation.id}::uuid, ${opener}::uuid, ${deed}::"CandidateDeed",
      ${JSON.stringify(matterToKeep(matters))}::jsonb, ${believed}, ${tied}::uuid[], ${step.now})
    ON CONFLICT ("messageId") DO UPDATE SET deed = EXCLUDED.deed, matter = EXCLUDED.matter, believed = EXCLUDED.believed,
      tied = "Candidate".tied || ARRAY(SELECT t FROM unnest(EXCLUDED.tied) t WHERE t <> ALL ("Candidate".tied))
    RETURNING id`;
  if (!kept) throw new Error(`message ${opener} was not kept`);
  return kept.id;
}

/**
 * What was said before turns out to be a matter: that line would have become a ticket now. What a manager has said to be none stays
 * none.
 */
async function keepLate(heard: Heard, act: LateReport, explanation: Explanation): Promise<void> {
  const { step, conversation, message } = heard;
  const opener = await step.tx.message.findFirst({
    where: { id: act.messageId, conversationId: conversation.id },
    select: { id: true, text: true, sentAt: true, person: { select: { name: true } }, candidate: true },
  });
  if (!opener || opener.candidate?.isMatter === false) return;
  const { matter } = act;
  const candidate = { deed: 'ticket', matters: [matter], believed: matter.confidence } as const;
  const id = await putOnRecord(heard, candidate, { opener: opener.id, tied: [opener.id, message.id] });
  if (act.settles || act.part === 'settled')
    await step.tx.candidate.update({ where: { id }, data: { settledAt: step.now }, select: { id: true } });
  await step.tx.message.update({ where: { id: message.id }, data: { explanation }, select: { id: true } });
  const { text, sentAt, person } = opener;
  if (matter.urgency === 'emergency')
    await sayAlarm(heard, matter, {
      candidateId: id,
      line: { messageId: opener.id, text, sentAt, who: person?.name ?? '' },
    });
}

/** Ties a later line to a candidate. Returns false where it is none: the ticket is one from before. */
async function tie(heard: Heard, act: Tying): Promise<boolean> {
  const { step, message } = heard;
  const candidate = await step.tx.candidate.findUnique({
    where: { id: act.matterId },
    select: { id: true, matter: true, tied: true, settledAt: true },
  });
  if (!candidate) return false;
  const [first, ...others] = readKeptMatters(candidate.matter);
  const changed = act.kind === 'addition' ? applyChanges(first, act.changes) : first;
  const isOver = act.kind === 'answer' ? act.settles : act.part === 'settled';
  await step.tx.candidate.update({
    where: { id: candidate.id },
    data: {
      tied: [...new Set([...candidate.tied, message.id])],
      matter: matterToKeep([changed, ...others]),
      ...(isOver && !candidate.settledAt ? { settledAt: step.now } : {}),
    },
    select: { id: true },
  });
  if (changed.urgency === 'emergency' && first.urgency !== 'emergency')
    await sayAlarm(heard, changed, { candidateId: candidate.id });
  return true;
}

/**
 * An addition to a ticket from before, without what has the desk speak in the group: how the ticket stands, and that it is taken for an
 * emergency now, of which the managers hear instead.
 */
export async function quietly(heard: Heard, act: Addition): Promise<Addition> {
  const { urgency, ...changes } = act.changes;
  const part = act.part === 'chase' ? 'addition' : act.part;
  if (urgency !== 'emergency') return { ...act, part };
  const ticket = await heard.step.tx.ticket.findUnique({
    where: { id: act.matterId },
    select: { kind: true, area: true, urgency: true, building: true, unit: true, room: true, spot: true },
  });
  if (ticket && ticket.urgency !== 'emergency') {
    const { kind, area, building, unit, room, spot } = ticket;
    await sayAlarm(heard, { kind, area, urgency, place: { building, unit, room, spot } }, {});
  }
  return { ...act, part, changes };
}
