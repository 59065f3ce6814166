import type { Purpose } from '../../prisma/generated/enums.ts';
import { parseCommand } from './command.ts';
import { enterByHand } from './entry.ts';
import { lineOf } from './resident.ts';
import { replyTo, textsOf, type Scene } from './scene.ts';
import { handleSetupVerb } from './setup.ts';
import { carryOutVerb } from './ticket-verbs.ts';
import { ticketVerbs, type StaffVerb, type TicketVerb } from './verb.ts';
import { audit } from '../people/audit.ts';
import { isManager, mayRead } from '../people/roles.ts';
import { nearestCode, readCode } from '../tickets/code.ts';
import { openStatuses, type Ticket, readTicket } from '../tickets/ticket.ts';

/** Words of ours about a ticket, a free reply to which is an answer to the resident. */
const answerable: ReadonlySet<Purpose> = new Set(['card', 'emergency', 'note', 'question']);

const isTicketVerb = (verb: StaffVerb): verb is TicketVerb => ticketVerbs.some((known) => known === verb);

/**
 * Somebody of the office speaks to the desk: a command, or free words as a reply to a card, which are an answer to the
 * resident. What is neither is the office's own talk, and is left alone. Returns whether it was for the desk.
 */
export async function staffSpeaks(scene: Scene): Promise<boolean> {
  const { event, target, speaker, step } = scene;
  if (!speaker) return false;
  const quotedCode = event.quotedText === null ? null : readCode(event.quotedText);
  const aboutTicket = target?.ticketId != null || quotedCode !== null;
  const command = parseCommand(event.text, { strict: !aboutTicket });
  if (command.kind === 'none' && (!aboutTicket || (event.text.trim() === '' && event.attachments.length === 0))) {
    return false;
  }
  if (command.kind === 'none' && target && !answerable.has(target.purpose)) {
    // "Why is nobody there yet?" under a reminder is said to colleagues. Nothing goes to the resident by mistake.
    await replyTo(scene, 'which', { text: textsOf(scene).whichTicket('answer') });
    return true;
  }
  await step.tx.message.update({ where: { id: scene.message.id }, data: { act: 'command' }, select: { id: true } });
  if (command.kind === 'near') {
    await replyTo(scene, 'near', { text: textsOf(scene).nearestVerb(command.said, command.verb) });
    return true;
  }
  const verb = command.kind === 'none' ? 'answer' : command.verb;
  if (!(await mayDo(scene, verb))) return true;
  if (!isTicketVerb(verb)) {
    await handleDeskVerb(scene, verb, command.kind === 'none' ? '' : command.rest);
    return true;
  }
  const code = command.kind === 'none' ? quotedCode : (command.code ?? quotedCode);
  const ticket = await ticketMeant(scene, code);
  if (ticket === 'unknown') return true;
  if (ticket === null) {
    await replyTo(scene, 'which', { text: textsOf(scene).whichTicket(verb) });
    return true;
  }
  await carryOutVerb(scene, ticket, verb, command.kind === 'none' ? event.text.trim() : command.rest);
  return true;
}

/** Supervisors see everything and change nothing; setting up is for managers. Others are refused quietly, and it is logged. */
async function mayDo(scene: Scene, verb: StaffVerb): Promise<boolean> {
  const roles = scene.speaker?.roles ?? [];
  if (verb === 'setup') return true;
  const reads = verb === 'show' || verb === 'list' || verb === 'help' || verb === 'status';
  const allowed =
    verb === 'link' || verb === 'role' ? isManager(roles) : reads ? mayRead(roles) : (scene.speaker?.staff ?? false);
  if (allowed) return true;
  await audit(scene.step.tx, {
    communityId: scene.community.id,
    actorId: scene.speaker?.personId ?? null,
    action: 'refuse_command',
    subject: verb,
  });
  return false;
}

/** By code where one was given, else the one whose card is replied to. An unknown code is answered with the nearest. */
async function ticketMeant(scene: Scene, code: string | null): Promise<Ticket | null | 'unknown'> {
  const { step, community, target } = scene;
  if (code === null) return target?.ticketId ? readTicket(step, target.ticketId) : null;
  const found = await step.tx.ticket.findUnique({
    where: { communityId_code: { communityId: community.id, code } },
    select: { id: true },
  });
  if (found) return readTicket(step, found.id);
  const open = await step.tx.ticket.findMany({
    where: { communityId: community.id, status: { in: openStatuses } },
    select: { code: true },
    orderBy: { openedAt: 'desc' },
    take: 200,
  });
  const near = nearestCode(
    code,
    open.map((ticket) => ticket.code),
  );
  await replyTo(scene, 'unknown-code', { text: textsOf(scene).unknownCode(code, near) });
  return 'unknown';
}

async function handleDeskVerb(scene: Scene, verb: Exclude<StaffVerb, TicketVerb>, rest: string): Promise<void> {
  const texts = textsOf(scene);
  switch (verb) {
    case 'help': {
      const manager = scene.conversation.audience === 'managers';
      await replyTo(scene, 'help', { text: manager ? texts.helpForManagers() : texts.helpForStaff() });
      return;
    }
    case 'list':
    case 'status':
      await listOpen(scene);
      return;
    case 'log':
      await enterByHand(scene, rest);
      return;
    case 'setup':
    case 'link':
    case 'role':
      await handleSetupVerb(scene, verb, rest);
  }
}

const listedAtMost = 20;

async function listOpen(scene: Scene): Promise<void> {
  const { step, community } = scene;
  // Overdue and urgent ones first (P10a): by the limit that is due next.
  const rows = await step.tx.$queryRaw<{ id: string }[]>`
    SELECT t.id FROM "Ticket" t LEFT JOIN "Limit" l ON l."ticketId" = t.id AND l."metAt" IS NULL AND l."cancelledAt" IS NULL
    WHERE t."communityId" = ${community.id}::uuid AND t.status IN ('open', 'accepted', 'waiting', 'done')
    GROUP BY t.id ORDER BY min(l."dueAt") NULLS LAST, t."openedAt" LIMIT ${listedAtMost}`;
  const lines = [];
  for (const { id } of rows) lines.push(await lineOf(scene, id));
  const texts = textsOf(scene);
  await replyTo(scene, 'list', { text: lines.length > 0 ? texts.openTickets(lines) : texts.noOpenTickets() });
}
