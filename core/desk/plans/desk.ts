import { answerCall } from '../../notices/plans/answer-call.ts';
import { draftFromPlan } from '../../notices/plans/start.ts';
import { planInForce } from '../../notices/plans/plan.ts';
import type { AboutDesk } from '../about-desk.ts';
import { managesOrRefused } from '../may-do.ts';
import { showPreview } from '../notices/preview.ts';
import { replyTo, textsOf, type Choosing, type Deed } from '../scene.ts';

/** "On my way", as people write it. */
const coming =
  /^(?:收到|好的?|马上(?:到|来|去)?|馬上(?:到|來|去)?|来了|來了|到了|这就(?:到|来|去)|這就(?:到|來|去)|出发|出發|ok|okay|got it|coming|on my way|on it)[\s,，。.!！~～👌👍🙏]*(?:马上(?:到|来|去)|馬上(?:到|來|去)|coming|on my way)?[\s,，。.!！~～👌👍🙏]*$/iu;

/** Whoever is called answers; a plan is started, or exercised, by a choice under it. */
export const planDesk: AboutDesk = {
  async choose(choosing, id, action) {
    if (action === 'got') await answered(choosing, id);
    else await startByChoice(choosing, id, action);
  },
  async reply(scene, id) {
    return coming.test(scene.event.text.trim()) && answered(scene, id);
  },
  async react(choosing, id, emoji) {
    if (emoji.some((one) => ['👍', '👌', '🫡'].includes(one))) await answered(choosing, id);
  },
};

async function answered(deed: Deed, noticeId: string): Promise<boolean> {
  const { step, community, speaker } = deed;
  if (!speaker) return false;
  const outcome = await answerCall(step, community, { noticeId, personId: speaker.personId });
  if (outcome.kind === 'foreign') return false;
  if (outcome.kind === 'noted') await replyTo(deed, 'plan-got', { text: textsOf(deed).planGot(outcome.isDrill) });
  return true;
}

/** `s-fire`, or with buildings `s-fire-3`: starts it; `d-fire`: exercises it. The id is the community's, or the plan's own row. */
async function startByChoice(choosing: Choosing, id: string, action: string): Promise<void> {
  const { step, community, conversation, speaker } = choosing;
  const [, how, name = '', building] = /^([sd])-([a-z]*)(?:-(.+))?$/.exec(action) ?? [];
  if (how === undefined || !(await managesOrRefused(choosing, how === 'd' ? 'drill' : 'plan'))) return;
  const own = name === '' ? await step.tx.emergencyPlan.findFirst({ where: { id, communityId: community.id } }) : null;
  if (name !== '' && id !== community.id) return;
  const plan = await planInForce(step, community, own?.kind ?? name);
  if (!plan) return;
  const start = { buildings: building === undefined ? [] : [building], values: {}, isDrill: how === 'd' };
  const by = { personId: speaker.personId, conversationId: conversation.id };
  await showPreview(choosing, await draftFromPlan(step, community, plan, start, by));
}
