import type { ChannelEventOf } from '../channel/event.ts';
import { hear } from '../intake/hear.ts';
import { communityInForce } from '../people/communities.ts';
import { readConversation, type ConversationAtHand } from '../people/conversation.ts';
import { identify } from '../people/identify.ts';
import type { Step } from '../step.ts';
import { askWhoItIs } from '../people/same-person.ts';
import { aboutDesks } from './about.ts';
import { hearListByStaff } from './activities/hear.ts';
import { withoutMention } from './addressed.ts';
import { handleFlat } from './flat.ts';
import { handleJoin } from './join.ts';
import { findQuoted } from './find-quoted.ts';
import { findTarget, repliedMessageId, storeMessage } from './on-record.ts';
import { residentSpeaks } from './resident.ts';
import type { DeskTools, Scene } from './scene.ts';
import { handleUnlinked } from './setup.ts';
import { parseCommand, readAfterCode } from './command.ts';
import { staffSpeaks } from './staff.ts';
import type { StaffVerb } from './verb.ts';
import { isWithheld } from './withheld.ts';
import { audit } from '../people/audit.ts';
import { readCode } from '../tickets/code.ts';
import { adoptTickets } from '../tickets/hand-over.ts';
import { noteAnswerInGroup } from '../tickets/answer.ts';

/** A message is stored, its writer known, and given to whoever it is for: the staff's desk, or the understanding. */
export async function handleMessage(
  tools: DeskTools,
  step: Step,
  conversation: ConversationAtHand,
  heard: ChannelEventOf<'message'>,
): Promise<void> {
  if (heard.sender.isBot) return;
  const text = await saidToBot(step, conversation, heard);
  if (!conversation.communityId) {
    const linked = await handleUnlinked(tools, step, conversation, { ...heard, text });
    return linked ? handleMessage(tools, step, await readConversation(step.tx, conversation.id), heard) : undefined;
  }
  const quoting = { ...heard, replyToId: await repliedTo(step, conversation, heard) };
  const community = await communityInForce(step.tx, conversation.communityId, step.now);
  const { channel, audience } = conversation;
  const speaker = await identify(step.tx, { communityId: community.id, channel, audience }, heard.sender);
  const message = await storeMessage(step, conversation, quoting, speaker?.personId ?? null);
  if (!message) return;
  if (speaker) await askWhoItIs(step, community, channel, speaker, heard.sender);
  const event = { ...quoting, text };
  const target = event.replyToId === null ? null : await findTarget(step, conversation.id, event.replyToId);
  const scene: Scene = { tools, step, community, conversation, event, message, speaker, target };
  if (speaker?.isNewToOffice) await adoptTickets(step, community, `adopted:${message.id}`);
  if (isOfficeTalk(scene)) {
    await staffSpeaks(scene);
    return;
  }
  const hearIt = (): Promise<number> => hearScene(scene);
  if (speaker?.staff) await staffAmongResidents(scene, hearIt);
  else await residentSpeaks(scene, hearIt);
}

/** By the platform's id, or, where the platform quotes text alone, by that. */
async function repliedTo(
  step: Step,
  { id: conversationId }: ConversationAtHand,
  { replyToId, quotedText, at }: ChannelEventOf<'message'>,
): Promise<string | null> {
  if (replyToId !== null || quotedText === null) return replyToId;
  return findQuoted(step, { conversationId, text: quotedText, at: new Date(at) });
}

async function saidToBot(
  step: Step,
  { kind, channel, account }: ConversationAtHand,
  { text, toBot }: ChannelEventOf<'message'>,
): Promise<string> {
  if (!toBot || kind === 'direct' || !/[@＠]/.test(text)) return text;
  const own = await step.tx.channelAccount.findUnique({
    where: { channel_account: { channel, account } },
    select: { name: true },
  });
  return withoutMention(text, own?.name ?? null);
}

/** In a group of the office, or a direct chat with somebody of the office. */
function isOfficeTalk({ conversation, speaker, event }: Scene): boolean {
  if (conversation.kind === 'direct') return (speaker?.staff ?? false) || isOversight(speaker, event.text);
  return conversation.audience === 'staff' || conversation.audience === 'managers';
}

/** What a supervisor, who sees everything, looks up in the direct chat. Whatever else they say there they say as a resident. */
const looksUp: ReadonlySet<StaffVerb> = new Set([
  ...(['list', 'show', 'accounts', 'channels', 'ratings', 'find', 'held_back'] as const),
  ...(['notice', 'template', 'faq', 'incident'] as const),
]);

function isOversight(speaker: Scene['speaker'], text: string): boolean {
  if (!speaker?.roles.includes('supervisor')) return false;
  const command = parseCommand(text, { strict: true });
  return command.kind === 'command' ? looksUp.has(command.verb) : readAfterCode(text)?.words === '';
}

/** Verbs that are answered with a code at most. */
const sayableAmongResidents: ReadonlySet<StaffVerb> = new Set([
  'take',
  'answer',
  'ask',
  'promise',
  'progress',
  'merge',
  'dismiss',
  'done',
  'reopen',
  'setup',
  'link',
  'role',
  'tag',
  'shadow',
]);

/** What staff say in the residents' group counts as an answer, unless it is plainly a command. */
async function staffAmongResidents(scene: Scene, hearIt: () => Promise<number>): Promise<void> {
  const { event, target, speaker, step, community, message } = scene;
  const command = parseCommand(event.text, { strict: true });
  if (command.kind === 'command' && command.verb === 'join') return handleJoin(scene, command.rest);
  // The flat of whoever wrote what they reply to.
  if (command.kind === 'command' && command.verb === 'flat' && event.replyToId !== null && command.rest !== '')
    return handleFlat(scene, command.rest);
  const isOfGroup = command.kind === 'command' && (command.verb === 'tag' || command.verb === 'shadow');
  const marksGroup = isOfGroup && command.rest !== '';
  const isToUs = marksGroup || event.text.trimStart().startsWith('/');
  if (command.kind === 'command' && (command.code !== null || isToUs)) {
    // What is answered with places, names or other people's words belongs into the office's groups (P9b).
    if (sayableAmongResidents.has(command.verb) && (command.verb !== 'promise' || command.rest !== '')) {
      await staffSpeaks(scene);
    } else {
      const refused = { action: 'refuse_command', subject: command.verb, data: { where: 'residents' } };
      await audit(step.tx, { communityId: community.id, actorId: speaker?.personId ?? null, ...refused });
    }
    return;
  }
  if (target?.about && (await aboutDesks[target.about.subject].reply(scene, target.about.id))) return;
  if (target?.ticketId && speaker) {
    const about = await step.tx.ticket.findUniqueOrThrow({
      where: { id: target.ticketId },
      select: { id: true, assigneeId: true, offeredToId: true },
    });
    if (await isWithheld(scene, about, 'answer')) return;
    const occasion = message.id;
    const word = { step, community, ticketId: target.ticketId, by: speaker, messageId: message.id, occasion };
    await noteAnswerInGroup({ ...word, text: event.text });
    return;
  }
  if (event.replyToId === null && (await hearListByStaff(scene))) return;
  await hearIt();
}

/** A reply to a word of ours about a ticket is heard as a reply to the message that opened it; so is a ticket's code. */
async function hearScene(scene: Scene): Promise<number> {
  const { tools, step, conversation, community, event, message, speaker, target } = scene;
  const code = readCode(event.text) ?? (event.quotedText === null ? null : readCode(event.quotedText));
  const replyToId = await repliedMessageId(step, {
    conversationId: conversation.id,
    communityId: community.id,
    externalId: event.replyToId,
    ticketId: target?.ticketId ?? null,
    code,
  });
  const noticeId = target?.about?.subject === 'notice' ? target.about.id : null;
  const { opinions, understand } = tools;
  return hear({ step, community, conversation, event, message, speaker, replyToId, noticeId, opinions }, understand);
}
