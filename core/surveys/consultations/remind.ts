import { startBroadcast } from '../../outbox/broadcast/start.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import { aboutConsultation, type Asked } from './consultation.ts';
import { notVoted } from './households.ts';
import { contentsOf } from './view.ts';

/** Once before the end: one line in the groups, and, to each household that has not voted, as far as it can be told directly (P7c). */
export async function remindToVote(step: Step, community: CommunityInForce, asked: Asked): Promise<void> {
  const plan = {
    about: aboutConsultation(asked.id),
    purpose: 'survey' as const,
    contents: contentsOf(asked, community, {
      text: (texts, view) => texts.consultationReminder(view),
      choices: true,
    }),
    expiresAt: asked.closesAt,
    createdById: null,
  };
  await startBroadcast(step, community, { ...plan, occasion: 'remind', audience: asked.audience });
  const persons = await notVoted(step.tx, asked);
  if (persons.length === 0) return;
  await startBroadcast(step, community, {
    ...plan,
    occasion: 'remind-directly',
    audience: { to: 'direct', persons },
  });
}
