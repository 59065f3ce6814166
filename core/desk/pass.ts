import { choiceIds } from '../tickets/choice-id.ts';
import { staffOf } from '../tickets/open.ts';
import { passTicket, type Colleague, type Passed } from '../tickets/pass/pass-ticket.ts';
import type { Ticket } from '../tickets/ticket.ts';
import type { Carried } from '../tickets/work.ts';
import { replyTo, textsOf, type Deed } from './scene.ts';

/** What the desk says, besides "carried out", when somebody passes a ticket on; `asked`: that was said already. */
export type PassedOn = Carried | { kind: 'missing'; text: string } | 'asked';

/** By name, as written with or without @; a name that several have, or nobody, is answered with who there is. */
export async function passByName(scene: Deed, ticket: Ticket, words: string): Promise<PassedOn> {
  if (words === '') return offerPass(scene, ticket);
  const staff = await staffOf(scene.step, scene.community.id);
  const named = namedAmong(staff, words);
  const [to] = named;
  if (to && named.length === 1) return passOn(scene, ticket, to, scene.message.id);
  return { kind: 'missing', text: textsOf(scene).needsPerson(staff.map(({ name }) => name)) };
}

/** By a choice that names them. Somebody may have left the office since it was shown. */
export async function passByChoice(
  scene: Deed,
  ticket: Ticket,
  personId: string,
  messageId: string | null,
): Promise<PassedOn> {
  const staff = await staffOf(scene.step, scene.community.id);
  const to = staff.find((member) => member.personId === personId);
  if (to) return passOn(scene, ticket, to, messageId);
  return { kind: 'missing', text: textsOf(scene).needsPerson(staff.map(({ name }) => name)) };
}

async function passOn(scene: Deed, ticket: Ticket, to: Colleague, messageId: string | null): Promise<PassedOn> {
  const { step, community, speaker, message } = scene;
  if (!speaker) return 'asked';
  const word = { step, community, ticketId: ticket.id, by: speaker, messageId, occasion: message.id };
  const passed: Passed = await passTicket({ ...word, to });
  const texts = textsOf(scene);
  if (passed.kind === 'needless') {
    const { code, assignee } = passed.ticket;
    return { kind: 'missing', text: texts.passNeedless(code, assignee?.name ?? to.name) };
  }
  if (passed.kind !== 'away') return passed;
  const backAt = texts.when(passed.backAt, step.now, community.timeZone);
  const choices = [[{ id: choiceIds.pass(to.personId, ticket.id), label: texts.passAnyway(to.name) }]];
  const text = texts.passToAbsent(ticket.code, to.name, backAt);
  await replyTo(scene, `away:${ticket.code}`, { text, choices }, ticket.id);
  return 'asked';
}

/** Those whose name the words are, or begin with. */
export function namedAmong<T extends { name: string }>(staff: readonly T[], words: string): T[] {
  const said = words.replace(/^(?:给|給|to\s)?\s*[@＠]?/i, '').trim();
  return staff.filter(({ name }) => name !== '' && (name === said || said.startsWith(name)));
}

const namesPerRow = 3;
const namesAtMost = 24;

/** Colleagues to pass it on to, by one press. */
export async function offerPass(scene: Deed, ticket: Ticket): Promise<'asked'> {
  const staff = (await staffOf(scene.step, scene.community.id))
    .filter(({ personId }) => personId !== ticket.assigneeId)
    .slice(0, namesAtMost);
  const buttons = staff.map(({ personId, name }) => ({ id: choiceIds.pass(personId, ticket.id), label: name || '?' }));
  const choices = [];
  for (let i = 0; i < buttons.length; i += namesPerRow) choices.push(buttons.slice(i, i + namesPerRow));
  const text = textsOf(scene).choosePass(ticket.code);
  await replyTo(scene, `offer-pass:${ticket.code}`, { text, choices }, ticket.id);
  return 'asked';
}
