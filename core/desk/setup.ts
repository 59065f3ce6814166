import type { Role } from '../../prisma/generated/enums.ts';
import type { ChannelEventOf } from '../channel/event.ts';
import { endWork } from './end-work.ts';
import { readLink, readRole } from './setup-words.ts';
import { useCode } from './join.ts';
import { introduce, leaveInADay } from './membership.ts';
import { replyTo, textsOf, type DeskTools, type Scene } from './scene.ts';
import { parseCommand } from './command.ts';
import { say } from '../outbox/say.ts';
import { audit } from '../people/audit.ts';
import { communityInForce, ensureBuildings, foundCommunity } from '../people/communities.ts';
import { readConversation, type ConversationAtHand } from '../people/conversation.ts';
import { grantRole, identify } from '../people/identify.ts';
import { codeStanding, holdJoinCode } from '../people/join-code.ts';
import { noteWrongTry, triedTooOften } from '../people/join-tries.ts';
import { linkConversation } from '../people/link.ts';
import { spendOwnerCode } from '../people/owner-code.ts';
import type { Step } from '../step.ts';
import { adoptTickets } from '../tickets/hand-over.ts';
import { textsFor } from '../text/texts-for.ts';

/**
 * A message in a conversation of no community. A group hears `/setup CODE`, `绑定 CODE`, by which somebody who is known on another
 * platform proves who they are, and a manager's `/link …`, and nothing it says is kept; a direct chat belongs to the community in
 * which the person is known. Returns true when the conversation now has a community and the message is to be handled there.
 */
export async function handleUnlinked(
  tools: DeskTools,
  step: Step,
  conversation: ConversationAtHand,
  event: ChannelEventOf<'message'>,
): Promise<boolean> {
  const command = parseCommand(event.text, { strict: true });
  const slash = event.text.trimStart().startsWith('/');
  if (slash && command.kind === 'command' && command.verb === 'setup' && conversation.kind === 'group') {
    await setUp(tools, step, conversation, event);
    return false;
  }
  const known = await findKnown(step, conversation, event);
  const joining = command.kind === 'command' && command.verb === 'join' ? command.rest : '';
  if (conversation.kind === 'direct') {
    if (known) return joinDirect(step, conversation, known);
    const meant = joining === '' ? null : await knownByCode(step, conversation, event, joining);
    if (meant) return joinDirect(step, conversation, meant);
    const text = textsFor(tools.defaults.locale).directUnknown();
    await sayHere(step, conversation, event, 'unknown', text);
    return false;
  }
  await leaveInADay(step, conversation);
  if (joining !== '') {
    const texts = textsFor(tools.defaults.locale);
    const { sender, messageId, key } = event;
    const occasion = `${conversation.id}:${key}`;
    await useCode(step, { conversation, communityId: null, texts, sender, messageId, occasion, said: joining });
    return false;
  }
  if (!slash || command.kind !== 'command' || (command.verb !== 'link' && command.verb !== 'help')) return false;
  if (command.verb === 'help' || !known?.manages) {
    if (command.verb === 'help') await introduce(step, conversation, event.key);
    return false;
  }
  const community = await communityInForce(step.tx, known.communityId, step.now);
  await link(step, conversation, event, { community, personId: known.personId, rest: command.rest });
  return false;
}

interface Known {
  communityId: string;
  personId: string;
  manages: boolean;
}

/** The community in which a person is known; one that they manage first. */
async function findKnown(
  step: Step,
  conversation: ConversationAtHand,
  event: ChannelEventOf<'message'>,
): Promise<Known | null> {
  const externalId = event.sender.externalId;
  if (externalId === null) return null;
  const [row] = await step.tx.$queryRaw<Known[]>`
    SELECT i."communityId", i."personId", EXISTS (SELECT 1 FROM "RoleGrant" g WHERE g."personId" = i."personId"
      AND g.role = 'manager' AND g."revokedAt" IS NULL) AS manages
    FROM "Identity" i WHERE i.channel = ${conversation.channel} AND i."externalId" = ${externalId}
    ORDER BY manages DESC, i."createdAt" DESC LIMIT 1`;
  return row ?? null;
}

/** Nobody knows the writer on this platform, but they have a code of somebody who is known: it tells the community. */
async function knownByCode(
  step: Step,
  { channel }: ConversationAtHand,
  event: ChannelEventOf<'message'>,
  said: string,
): Promise<Known | null> {
  const { externalId } = event.sender;
  if (externalId === null) return null;
  const trying = { channel, externalId, communityId: null };
  if (await triedTooOften(step, trying)) return null;
  const code = await holdJoinCode(step, said);
  if (!code) await noteWrongTry(step, trying);
  if (!code || codeStanding(code, step.now) !== 'good') return null;
  const { communityId } = code;
  const person = await identify(step.tx, { communityId, channel, audience: null }, event.sender);
  return person && { communityId, personId: person.personId, manages: false };
}

async function joinDirect(step: Step, conversation: ConversationAtHand, known: Known): Promise<boolean> {
  await step.tx.conversation.update({
    where: { id: conversation.id },
    data: { communityId: known.communityId, personId: known.personId, linkedAt: step.now },
    select: { id: true },
  });
  return true;
}

/** The owner's one-time code makes the sender the first manager, and the group the staff's. A wrong one says nothing but that. */
async function setUp(
  tools: DeskTools,
  step: Step,
  conversation: ConversationAtHand,
  event: ChannelEventOf<'message'>,
): Promise<void> {
  const [code = '', ...name] = event.text.trim().split(/\s+/).slice(1);
  const texts = textsFor(tools.defaults.locale);
  const account = { channel: conversation.channel, account: conversation.account };
  if (!event.sender.externalId || !(await spendOwnerCode(step.tx, account, code, step.now))) {
    await audit(step.tx, { communityId: null, actorId: null, action: 'refuse_setup', subject: conversation.channel });
    await sayHere(step, conversation, event, 'setup', texts.setupWrong());
    return;
  }
  const title =
    name.join(' ') || conversation.title.replace(/(?:客服|客服群|员工|工作|物业|staff|office)*群?$/i, '').trim();
  const { id: communityId } = await foundCommunity(
    step.tx,
    { name: title || conversation.title, ...tools.defaults },
    step.now,
  );
  const where = { communityId, channel: conversation.channel, audience: null };
  const speaker = await identify(step.tx, where, event.sender);
  const by = speaker?.personId ?? null;
  if (speaker) await grantRole(step.tx, { communityId, personId: speaker.personId, role: 'manager', by });
  const linked = { conversationId: conversation.id, communityId, audience: 'staff' as const, buildings: [], by };
  await linkConversation(step.tx, linked, step.now);
  const community = await communityInForce(step.tx, communityId, step.now);
  await sayHere(step, conversation, event, 'setup', texts.setupDone(community.name));
  await introduce(step, await readConversation(step.tx, conversation.id), 'linked');
}

/** `/link residents 3,4` · `/link staff` · `/link managers` */
async function link(
  step: Step,
  conversation: ConversationAtHand,
  event: ChannelEventOf<'message'>,
  given: { community: { id: string; locale: string }; personId: string; rest: string },
): Promise<void> {
  const texts = textsFor(given.community.locale);
  const wanted = readLink(given.rest);
  if (!wanted || conversation.kind === 'direct') {
    await sayHere(step, conversation, event, 'link', texts.linkHow());
    return;
  }
  await linkConversation(
    step.tx,
    { conversationId: conversation.id, communityId: given.community.id, ...wanted, by: given.personId },
    step.now,
  );
  await sayHere(step, conversation, event, 'link', texts.linked(wanted.audience, wanted.buildings));
  await introduce(step, await readConversation(step.tx, conversation.id), event.key);
}

async function sayHere(
  step: Step,
  conversation: ConversationAtHand,
  event: ChannelEventOf<'message'>,
  topic: string,
  text: string,
): Promise<void> {
  await say(step, {
    conversationId: conversation.id,
    purpose: 'answer',
    content: { text },
    replyToExternalId: event.messageId,
    dedupeKey: `${topic}:${conversation.id}:${event.key}`,
  });
  step.rope.lane(conversation.id);
}

/** The setting-up commands in a conversation that has a community. Whoever may not give them never gets here. */
export async function handleSetupVerb(scene: Scene, verb: 'setup' | 'link' | 'role', rest: string): Promise<void> {
  const { step, conversation, event, community, speaker } = scene;
  if (verb === 'setup') {
    // The code has been spent, or this group is somebody's already: nothing is founded twice.
    await replyTo(scene, 'setup', { text: textsOf(scene).setupWrong() });
    return;
  }
  if (!speaker) return;
  if (verb === 'link') await link(step, conversation, event, { community, personId: speaker.personId, rest });
  else await giveRole(scene, speaker.personId, rest);
}

/** `/role 维修 3,4` as a reply to somebody's message gives them that role, for those buildings or for all. */
async function giveRole(scene: Scene, by: string, rest: string): Promise<void> {
  const { step, community, conversation, event } = scene;
  const texts = textsOf(scene);
  const wanted = readRole(rest);
  const message = event.replyToId
    ? await step.tx.message.findUnique({
        where: { conversationId_externalId: { conversationId: conversation.id, externalId: event.replyToId } },
        select: { person: { select: { id: true, name: true } } },
      })
    : null;
  if (await endWork(scene, rest, message?.person?.id ?? null)) return;
  if (!wanted || !message?.person) {
    await replyTo(scene, 'role', { text: texts.roleHow() });
    return;
  }
  const { role, buildings }: { role: Role; buildings: string[] } = wanted;
  const buildingIds = await ensureBuildings(step.tx, community.id, buildings);
  const grant = { communityId: community.id, personId: message.person.id, role, by };
  if (buildingIds.length === 0) await grantRole(step.tx, grant);
  for (const buildingId of buildingIds) await grantRole(step.tx, { ...grant, buildingId });
  await adoptTickets(step, community, `adopted:${scene.message.id}`);
  await replyTo(scene, 'role', { text: texts.roleGranted(message.person.name, role, buildings) });
}
