import { voterOf, shortHash } from '../../surveys/consultations/ballot-chain.ts';
import {
  logOf,
  aboutConsultation,
  recentConsultations,
  termsOf,
  type Asked,
} from '../../surveys/consultations/consultation.ts';
import { recount } from '../../surveys/consultations/recount.ts';
import { outcomeView } from '../../surveys/consultations/close.ts';
import { viewOf } from '../../surveys/consultations/view.ts';
import { dated } from '../../text/dated.ts';
import type { StatusView } from '../../text/consultations/texts.ts';
import { replyTo, textsOf, type Scene } from '../scene.ts';
import { maySet } from './scope.ts';
import { shown } from './vote.ts';

/** All that are under way, and how they stand: the turnout alone. `how`: what is said below them. */
export async function tellList(scene: Scene, how: string | null = null): Promise<void> {
  const { step, community } = scene;
  const all = await recentConsultations(step.tx, community.id, maySet(scene));
  const views: StatusView[] = [];
  for (const asked of all) views.push(await statusOf(scene, asked));
  const list = textsOf(scene).consultationList(views);
  await replyTo(scene, 'consultation', { text: how === null ? list : `${list}\n\n${how}` });
}

/** How one stands: its outcome once it is over. A resident's own entry comes with it, in the direct chat. */
export async function tellOne(scene: Scene, asked: Asked): Promise<void> {
  const { community } = scene;
  const texts = textsOf(scene);
  const view = viewOf(asked, texts, community);
  const standing = asked.outcome
    ? texts.consultationOutcome(outcomeView(view, asked.outcome))
    : texts.consultationStatus(await statusOf(scene, asked));
  const own = scene.conversation.kind === 'direct' ? await ownEntry(scene, asked) : null;
  const text = own === null ? standing : `${standing}\n\n${own}`;
  await replyTo(scene, 'consultation', { text }, null, aboutConsultation(asked.id));
}

async function statusOf(scene: Scene, asked: Asked): Promise<StatusView> {
  const { step, community } = scene;
  const texts = textsOf(scene);
  const { tally } = recount(termsOf(asked), await logOf(step.tx, asked));
  return {
    asked: viewOf(asked, texts, community),
    state: asked.state,
    opensAt: asked.opensAt && dated(texts, asked.opensAt, community.timeZone),
    voters: tally.voters,
    eligible: Math.max(asked.eligible ?? 0, tally.voters),
  };
}

async function ownEntry(scene: Scene, asked: Asked): Promise<string | null> {
  const { step, speaker, community } = scene;
  if (!speaker || asked.openedAt === null) return null;
  const texts = textsOf(scene);
  const person = await step.tx.person.findUnique({
    where: { id: speaker.personId },
    select: { householdId: true, flatConfirmedAt: true },
  });
  const view = viewOf(asked, texts, community);
  const isKnown = asked.kind === 'consultation' || person?.flatConfirmedAt;
  const voter = voterOf(asked.salt, person?.householdId ?? speaker.personId);
  const last = isKnown
    ? await step.tx.ballotEntry.findFirst({ where: { consultationId: asked.id, voter }, orderBy: { seq: 'desc' } })
    : null;
  if (!last) return speaker.staff ? null : texts.ballotNone(view);
  return texts.ballotUnchanged(view, shown(asked, last), shortHash(last.hash));
}
