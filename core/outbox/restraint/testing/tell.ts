import type { NoticeLevel } from '../../../../prisma/generated/enums.ts';
import type { OutgoingContent } from '../../../channel/outgoing.ts';
import { communityInForce } from '../../../people/communities.ts';
import { runStep } from '../../../run-step.ts';
import type { DeskHarness } from '../../../testing/desk-harness.ts';
import { choiceIds } from '../../../tickets/choice-id.ts';
import { startBroadcast } from '../../broadcast/start.ts';
import { say } from '../../say.ts';

const silent = { lane: () => Promise.resolve(), deadlines: () => Promise.resolve(true) };

/** The office tells all residents' groups something; returns the notice's id. Rung for by letting time pass. */
export function tellAll(
  { database, clock, communityId }: DeskHarness,
  text: string,
  options: { level?: NoticeLevel; number?: number; asksReceipt?: boolean; expiresAt?: Date } = {},
): Promise<string> {
  const { level = 'routine', number = 1, asksReceipt = false, expiresAt } = options;
  return runStep({ db: database.db, clock, bells: silent }, async (step) => {
    const community = await communityInForce(step.tx, communityId, step.now);
    const audience = { to: 'groups' as const };
    const { id } = await step.tx.notice.create({
      data: { communityId, number, level, text, audience, asksReceipt, state: 'live', draftedAt: step.now },
    });
    const receipt = { choices: [[{ id: choiceIds.about('notice', 'got', id), label: '收到' }]] };
    await startBroadcast(step, community, {
      about: { subject: 'notice', id },
      occasion: 'announce',
      purpose: 'notice',
      contents: { [community.locale]: { text, ...(asksReceipt ? receipt : {}) } },
      audience,
      createdById: null,
      ...(expiresAt ? { expiresAt } : {}),
    });
    return id;
  });
}

/** What was told is corrected, or taken back. */
export async function changeAll(
  { database, clock, communityId }: DeskHarness,
  id: string,
  content: OutgoingContent,
): Promise<void> {
  await runStep({ db: database.db, clock, bells: silent }, async (step) => {
    const community = await communityInForce(step.tx, communityId, step.now);
    await startBroadcast(step, community, {
      about: { subject: 'notice', id },
      occasion: `change:${content.text}`,
      purpose: 'notice',
      contents: { [community.locale]: content },
      changes: 'announce',
      createdById: null,
    });
  });
}

/** The desk has said so much in the residents' group today. */
export async function speakOften({ database, clock }: DeskHarness, times: number): Promise<void> {
  const { db } = database;
  const group = await db.conversation.findFirstOrThrow({ where: { externalId: 'residents' } });
  await runStep({ db, clock, bells: silent }, async (step) => {
    for (let n = 0; n < times; n += 1)
      await say(step, {
        conversationId: group.id,
        purpose: 'answer',
        content: { text: `answer ${n}` },
        dedupeKey: `often:${step.now.getTime()}:${n}`,
      });
  });
}
