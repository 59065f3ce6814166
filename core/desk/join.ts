import type { JoinCode, Role } from '../../prisma/generated/client.ts';
import { say } from '../outbox/say.ts';
import type { EventSender } from '../channel/event.ts';
import { audit } from '../people/audit.ts';
import type { ConversationAtHand } from '../people/conversation.ts';
import { identify } from '../people/identify.ts';
import { CODE_MINUTES, codeStanding, holdClaim, holdJoinCode, newJoinCode, rankOf } from '../people/join-code.ts';
import { noteWrongTry, triedTooOften } from '../people/join-tries.ts';
import { mergePersons } from '../people/merge.ts';
import type { Step } from '../step.ts';
import { textsFor } from '../text/texts-for.ts';
import type { Texts } from '../text/texts.ts';
import { choiceIds } from '../tickets/choice-id.ts';
import { replyTo, textsOf, type Choosing, type Scene } from './scene.ts';

/** `绑定` shows a code; `绑定 ABCD2345` on another platform makes the two one person. */
export async function handleJoin(scene: Scene, rest: string): Promise<void> {
  if (rest === '') return showCode(scene);
  const { step, conversation, community, event, message } = scene;
  const place = { conversation, communityId: community.id, texts: textsOf(scene) };
  return useCode(step, {
    ...place,
    sender: event.sender,
    messageId: event.messageId,
    occasion: message.id,
    said: rest,
  });
}

/** Somebody gives a code. */
export interface GivenCode {
  conversation: Pick<ConversationAtHand, 'id' | 'channel'>;
  /** Null in a group that belongs to no community: the code tells which one is meant. */
  communityId: string | null;
  texts: Texts;
  sender: EventSender;
  /** The platform's id of the message, which is answered. */
  messageId: string;
  /** The same for the same message, however often it is heard. */
  occasion: string;
  said: string;
}

/**
 * A code is shown where nobody else reads it: in a direct chat. Staff may have one in their own group, too, because theirs is asked
 * about before it does anything.
 */
async function showCode(scene: Scene): Promise<void> {
  const { step, community, conversation, speaker } = scene;
  if (!speaker) return;
  const texts = textsOf(scene);
  const inOffice = conversation.audience === 'staff' || conversation.audience === 'managers';
  if (conversation.kind !== 'direct' && !(inOffice && rankOf(speaker.roles) > 0)) {
    await replyTo(scene, 'join', { text: texts.joinInPrivate() });
    return;
  }
  const owner = { communityId: community.id, personId: speaker.personId, conversationId: conversation.id };
  const code = await newJoinCode(step, owner);
  await note(step, owner.communityId, speaker.personId, 'show_join_code');
  await replyTo(scene, 'join', { text: texts.joinCode(code, CODE_MINUTES) });
}

/** Joins the two, or asks the owner first where that is somebody of the office. Too many wrong codes are not answered. */
export async function useCode(step: Step, given: GivenCode): Promise<void> {
  const { conversation, sender, texts, said, occasion } = given;
  const answer = (text: string, key = `join:${occasion}`): Promise<void> =>
    tell(step, conversation.id, key, text, { replyTo: given.messageId });
  if (sender.externalId === null) return;
  const { channel } = conversation;
  const trying = { channel, externalId: sender.externalId, communityId: given.communityId };
  if (await triedTooOften(step, trying)) return;
  const code = await holdJoinCode(step, said);
  if (!code) {
    await noteWrongTry(step, trying);
    return answer(texts.joinWrong());
  }
  const standing = codeStanding(code, step.now);
  if (standing !== 'good') return answer(standing === 'used' ? texts.joinUsed() : texts.joinExpired());
  // Whoever writes to several communities is somebody in each; the code tells which one is meant.
  const where = { communityId: code.communityId, channel, audience: null };
  const claimer = await identify(step.tx, where, sender);
  if (!claimer) return;
  if (claimer.personId === code.personId) return answer(texts.joinOwn());
  const owner = await ownerOf(step, code);
  if (rankOf(claimer.roles) > rankOf(owner.roles)) return answer(texts.joinOtherWay());
  const used = { where: { codeHash: code.codeHash }, data: { usedAt: step.now }, select: { codeHash: true } };
  if (rankOf(owner.roles) > 0 && code.conversationId) {
    await step.tx.joinCode.update({ ...used, data: { ...used.data, claimedById: claimer.personId } });
    const ownTexts = textsFor(owner.locale);
    const asked = ownTexts.joinConfirm(channel, sender.name);
    // Among colleagues it must say whom it asks.
    const text = (await isGroup(step, code.conversationId)) ? `@${owner.name} ${asked}` : asked;
    await tell(step, code.conversationId, `join-confirm:${occasion}`, text, {
      choices: [
        [
          { id: choiceIds.join('yes', claimer.personId), label: ownTexts.joinConfirmYes() },
          { id: choiceIds.join('no', claimer.personId), label: ownTexts.joinConfirmNo() },
        ],
      ],
    });
    return answer(texts.joinWaits(), waitsKey(code));
  }
  await step.tx.joinCode.update(used);
  await mergePersons(step, { fromId: claimer.personId, intoId: code.personId, by: claimer.personId, why: 'code' });
  const issued = code.conversationId && (await channelOf(step, code.conversationId));
  await answer(texts.joinDone(issued || channel));
  if (code.conversationId) {
    const text = textsFor(owner.locale).joinDone(channel);
    await tell(step, code.conversationId, `joined:${occasion}`, text);
  }
}

/** Somebody of the office says whether it was they who used their code on another platform. The first answer counts. */
export async function confirmJoin(choosing: Choosing, answer: { claimerId: string; yes: boolean }): Promise<void> {
  const { step, community, speaker } = choosing;
  const { claimerId, yes } = answer;
  const claim = await holdClaim(step, speaker.personId, claimerId);
  if (!claim) {
    await note(step, community.id, speaker.personId, 'refuse_press');
    return;
  }
  await step.tx.joinCode.update({
    where: { codeHash: claim.codeHash },
    data: { claimedById: null },
    select: { codeHash: true },
  });
  // Where they used it: told there, too, what came of it.
  const there = await step.tx.outboxMessage.findUnique({
    where: { dedupeKey: waitsKey(claim) },
    select: { conversation: { select: { id: true, channel: true } } },
  });
  const texts = textsOf(choosing);
  if (yes) {
    await mergePersons(step, { fromId: claimerId, intoId: speaker.personId, by: speaker.personId, why: 'code' });
  } else await note(step, community.id, speaker.personId, 'refuse_join');
  const channel = there?.conversation.channel ?? choosing.conversation.channel;
  await replyTo(choosing, 'join-answer', { text: yes ? texts.joinDone(channel) : texts.joinRefused() });
  if (!there) return;
  const told = yes ? texts.joinDone(choosing.conversation.channel) : texts.joinRefusedElsewhere();
  await tell(step, there.conversation.id, `join-answer:${claim.codeHash}`, told);
}

/** Of the word that somebody who used a code of the office's has to wait for its owner. */
const waitsKey = ({ codeHash }: JoinCode): string => `join-waits:${codeHash}`;

async function isGroup(step: Step, conversationId: string): Promise<boolean> {
  const where = { id: conversationId, kind: 'group' as const };
  return (await step.tx.conversation.findFirst({ where, select: { id: true } })) !== null;
}

async function ownerOf(step: Step, code: JoinCode): Promise<{ name: string; roles: Role[]; locale: string }> {
  const { name, roles, locale, community } = await step.tx.person.findUniqueOrThrow({
    where: { id: code.personId },
    select: {
      name: true,
      locale: true,
      roles: { where: { revokedAt: null }, select: { role: true } },
      community: { select: { locale: true } },
    },
  });
  return { name, roles: roles.map(({ role }) => role), locale: locale ?? community.locale };
}

async function channelOf(step: Step, conversationId: string): Promise<string> {
  const { channel } = await step.tx.conversation.findUniqueOrThrow({
    where: { id: conversationId },
    select: { channel: true },
  });
  return channel;
}

async function tell(
  step: Step,
  conversationId: string,
  dedupeKey: string,
  text: string,
  { choices, replyTo: replyToExternalId }: { choices?: { id: string; label: string }[][]; replyTo?: string } = {},
): Promise<void> {
  const content = choices ? { text, choices } : { text };
  const purpose = choices ? 'question' : 'answer';
  await say(step, { conversationId, purpose, content, dedupeKey, replyToExternalId: replyToExternalId ?? null });
  step.rope.lane(conversationId);
}

function note(step: Step, communityId: string, actorId: string, action: string): Promise<void> {
  return audit(step.tx, { communityId, actorId, action, subject: `person:${actorId}`, at: step.now });
}
