import { readInCharge } from '../policy/reading/in-charge.ts';
import { policyInWords } from '../policy/reading/policy-in-words.ts';
import { say } from '../outbox/say.ts';
import { textsOf, type Scene } from './scene.ts';

/** In a group the standards stand a few lines above for everybody: so many minutes they are not said again. */
const GROUP_PAUSE_MINUTES = 10;

/** `服务标准`: what residents may expect, as a reply (P8e). In a group at most once in ten minutes. */
export async function showPolicy(scene: Scene): Promise<void> {
  const { step, conversation, message } = scene;
  const isGroup = conversation.kind === 'group';
  if (isGroup && (await wasShown(scene))) return;
  await say(step, {
    conversationId: conversation.id,
    purpose: 'answer',
    content: { text: await standardsFor(scene) },
    replyToExternalId: message.externalId,
    dedupeKey: isGroup ? groupKey(scene, minuteOf(step.now)) : `policy:${message.id}`,
  });
  step.rope.lane(conversation.id);
}

/** The policy that is in force, with the names in charge, in the language of whoever asked. */
export async function standardsFor({ step, community, speaker, event }: Scene): Promise<string> {
  // Somebody who asks for the "policy" as their first word to the desk reads English.
  const isEnglish = speaker !== null && speaker.locale === null && /^[a-z\s?.!]+$/i.test(event.text);
  const texts = textsOf({ community, speaker: isEnglish ? { ...speaker, locale: 'en' } : speaker });
  const inCharge = await readInCharge(step.tx, community.id, texts);
  return policyInWords(community.policy, texts, null, { inCharge, now: step.now });
}

const minuteOf = (at: Date): number => Math.floor(at.getTime() / 60_000);

const groupKey = ({ conversation }: Scene, minute: number): string => `policy:${conversation.id}:${minute}`;

/** The key of a word that was said in a group carries the minute, because rows carry the time of the database. */
async function wasShown(scene: Scene): Promise<boolean> {
  const minute = minuteOf(scene.step.now);
  const recent = Array.from({ length: GROUP_PAUSE_MINUTES }, (_, ago) => groupKey(scene, minute - ago));
  const shown = await scene.step.tx.outboxMessage.findFirst({
    where: { dedupeKey: { in: recent } },
    select: { id: true },
  });
  return shown !== null;
}
