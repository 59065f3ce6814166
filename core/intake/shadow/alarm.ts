import { say } from '../../outbox/say.ts';
import { redact } from '../../text/redact.ts';
import { textsFor } from '../../text/texts-for.ts';
import { choiceIds } from '../../tickets/choice-id.ts';
import type { Heard } from '../heard.ts';
import type { HeardMatter } from '../understanding.ts';
import { officeOf } from './office.ts';

/**
 * Somebody is in danger, in a group in which nothing is said: the managers hear of that line at once (P5e), once, and can open a ticket for
 * it by one press. Without a candidate it is about a ticket from before.
 *
 * @param about.line what was said, where that was not the message at hand
 */
export async function sayAlarm(
  { step, community, conversation, event, message }: Heard,
  matter: Pick<HeardMatter, 'kind' | 'area' | 'urgency' | 'place'>,
  {
    candidateId,
    line,
  }: { candidateId?: string; line?: { messageId: string; who: string; text: string; sentAt: Date } },
): Promise<void> {
  const texts = textsFor(community.locale);
  const { who, text, sentAt } = line ?? { who: event.sender.name, text: message.text, sentAt: new Date(event.at) };
  const at = texts.when(sentAt, step.now, community.timeZone);
  const shown = { who, at, text: redact(text), recalled: false };
  const take = candidateId && { id: choiceIds.about('shadow', 'take', candidateId), label: texts.shadowTake() };
  for (const conversationId of await officeOf(step.tx, community.id)) {
    await say(step, {
      conversationId,
      purpose: 'emergency',
      about: candidateId ? { subject: 'shadow', id: candidateId } : null,
      content: {
        text: texts.shadowEmergency(conversation.title, shown, matter),
        ...(take ? { choices: [[take]] } : {}),
        ...(message.attachments.length > 0 ? { attachmentIds: message.attachments.map(({ id }) => id) } : {}),
      },
      dedupeKey: `shadow-emergency:${line?.messageId ?? message.id}:${conversationId}`,
    });
    step.rope.lane(conversationId);
  }
}
