import { readCandidate, shadowGroup } from '../../intake/shadow/candidates.ts';
import { judgeCandidate } from '../../intake/shadow/judge.ts';
import { offerTickets, refreshOffers } from '../../intake/shadow/offer.ts';
import { sayMore } from '../../intake/shadow/report.ts';
import { takeCandidate } from '../../intake/shadow/take.ts';
import { audit } from '../../people/audit.ts';
import { isManager } from '../../people/roles.ts';
import type { AboutDesk } from '../about-desk.ts';
import { fold } from '../fold.ts';
import { noteAct } from '../note-act.ts';
import { replyTo, textsOf, type Choosing } from '../scene.ts';

const pageOf = /^(?<list>[mo])(?<from>\d+)-(?<mark>[0-9a-z]+)$/;

/** What managers say without the words of the buttons. */
const words: [RegExp, boolean][] = [
  [/^(?:是的?|对的?|對的?|yes|y)$/, true],
  [/^(?:不是|不|否|不对|不對|no|n)$/, false],
];

/**
 * What managers choose about a group that is only listened to. The id is a candidate's for a verdict or a ticket, and the group's for
 * the next page of a list. Everybody else is refused quietly, and it is logged.
 */
export const shadowDesk: AboutDesk = {
  async choose(choosing, id, action) {
    const { step, community, conversation, speaker } = choosing;
    if (!(await isForManagers(choosing))) return;
    if (action === 'yes' || action === 'no') return judge(choosing, id, action === 'yes');
    if (action === 'take') return take(choosing, id);
    const page = pageOf.exec(action)?.groups;
    const group = page && (await shadowGroup(step.tx, community.id, id));
    if (!page || !group || !speaker) return;
    const { list, from = '', mark = '' } = page;
    const next = { conversationId: conversation.id, from: Number(from), mark };
    if (list === 'm') await sayMore(step, community, group, next);
    else await offerTickets(step, community, group, next);
  },

  async reply(scene, id) {
    const { step, community, event, speaker } = scene;
    const said = fold(event.text)
      .replace(/[\s.。!~]+$/u, '')
      .trim();
    const isMatter = words.find(([pattern]) => pattern.test(said))?.[1];
    if (isMatter === undefined || !speaker || !(await readCandidate(step.tx, id, community.id))) return false;
    const choosing = { ...scene, speaker, inWords: true };
    await noteAct(scene, 'command');
    if (await isForManagers(choosing)) await judge(choosing, id, isMatter);
    return true;
  },
};

async function judge(choosing: Choosing, candidateId: string, isMatter: boolean): Promise<void> {
  const { step, community, conversation, speaker, message } = choosing;
  const answer = { candidateId, isMatter, byId: speaker.personId, conversationId: conversation.id };
  const judged = await judgeCandidate(step, community, { ...answer, occasion: message.id });
  if (judged === 'unknown') await replyTo(choosing, 'shadow-gone', { text: textsOf(choosing).shadowGone() });
}

async function take(choosing: Choosing, candidateId: string): Promise<void> {
  const { step, community, speaker, message } = choosing;
  const texts = textsOf(choosing);
  const order = { candidateId, byId: speaker.personId, occasion: message.id };
  const taken = await takeCandidate(step, community, order);
  if (!taken) return replyTo(choosing, 'shadow-gone', { text: texts.shadowGone() });
  const text = taken.kind === 'opened' ? texts.shadowTaken(taken.codes) : texts.shadowTakenBefore(taken.codes);
  await replyTo(choosing, 'shadow-taken', { text }, taken.ticketIds[0] ?? null);
  const group = await shadowGroup(step.tx, community.id, taken.groupId);
  if (group && taken.kind === 'opened') await refreshOffers(step, community, group, order);
}

async function isForManagers({ step, community, speaker }: Choosing): Promise<boolean> {
  if (isManager(speaker.roles)) return true;
  const refused = { action: 'refuse_press', subject: 'shadow' };
  await audit(step.tx, { communityId: community.id, actorId: speaker.personId, ...refused });
  return false;
}
