import { choiceIds } from '../../tickets/choice-id.ts';
import type { Role } from '../../../prisma/generated/enums.ts';
import { changePlan, listPlans, planNamed, planTitle, type PlanInForce } from '../../notices/plans/plan.ts';
import { officeNow, whoIsCalled } from '../../notices/plans/who-is-called.ts';
import type { PlanView } from '../../text/plans/texts.ts';
import { planKinds } from '../../notices/plans/kinds.ts';
import { managesOrRefused } from '../may-do.ts';
import { fold } from '../fold.ts';
import { replyTo, textsOf, type Scene } from '../scene.ts';
import { unknownPlan } from './known.ts';
import { readPlanOrder, type PlanOrder } from './read-order.ts';
import { startPlan } from './start.ts';

/** `预案`: the plans of the estate, one of them, what is changed of it; `启动预案 火灾 3栋` prepares its notice (P8f). */
export async function handlePlan(scene: Scene, rest: string): Promise<void> {
  const starts = /^[\s/]*(?:启动|啟動|start)/.test(fold(scene.event.text));
  const order: PlanOrder = starts ? { kind: 'start', said: rest } : readPlanOrder(rest);
  switch (order.kind) {
    case 'list':
      return list(scene);
    case 'show':
      return show(scene, order.name);
    case 'start':
      if (await managesOrRefused(scene, 'plan')) await startPlan(scene, order.said, false);
      return;
    case 'change':
      if (await managesOrRefused(scene, 'plan')) await change(scene, order);
      return;
    case 'no_role':
      return replyTo(scene, 'plan', { text: textsOf(scene).planNoRole(order.said) });
    case 'unclear':
      return replyTo(scene, 'plan', { text: textsOf(scene).planHow() });
  }
}

async function list(scene: Scene): Promise<void> {
  const { step, community } = scene;
  const texts = textsOf(scene);
  const all = await listPlans(step, community);
  const named = all.map(({ kind, isOwn }) => ({ name: planTitle(kind, texts.locale), isOwn }));
  await replyTo(scene, 'plan', { text: texts.planList(named) });
}

async function show(scene: Scene, name: string): Promise<void> {
  const { step, community } = scene;
  const texts = textsOf(scene);
  const plan = await planNamed(step, community, name);
  if (!plan) return replyTo(scene, 'plan', { text: await unknownPlan(scene, name) });
  const isShipped = planKinds.some((one) => one === plan.kind);
  const choice = (how: 's' | 'd', label: string) => ({
    id: choiceIds.about(
      'plan',
      isShipped ? `${how}-${plan.kind}` : `${how}-`,
      isShipped ? community.id : (plan.id ?? community.id),
    ),
    label,
  });
  const choices = [[choice('s', texts.planStartChoice()), choice('d', texts.planDrillChoice())]];
  return replyTo(scene, 'plan', { text: texts.plan(await viewOf(scene, plan)), choices });
}

async function viewOf(scene: Scene, plan: PlanInForce): Promise<PlanView> {
  const { step, community } = scene;
  const texts = textsOf(scene);
  const called = whoIsCalled(plan.calls, await officeNow(step, community));
  const { [texts.locale]: own, ...others } = plan.texts;
  return {
    name: planTitle(plan.kind, texts.locale),
    text: own ?? plan.texts[community.locale] ?? '',
    languages: Object.keys(others),
    steps: plan.steps,
    calls: plan.calls.map((role: Role) => ({
      role,
      names: called.filter((one) => one.role === role).map(({ name }) => name),
    })),
    isOwn: plan.id !== null,
  };
}

async function change(scene: Scene, order: Extract<PlanOrder, { kind: 'change' }>): Promise<void> {
  const { step, community, speaker } = scene;
  if (!speaker) return;
  const texts = textsOf(scene);
  const known = await planNamed(step, community, order.name);
  if (!known && (order.text === undefined || order.text === ''))
    return replyTo(scene, 'plan', { text: await unknownPlan(scene, order.name) });
  const kind = known?.kind ?? order.name.normalize('NFKC').trim();
  await changePlan(step, community, kind, {
    ...(order.text === undefined && Object.keys(order.texts).length === 0
      ? {}
      : { texts: { ...order.texts, ...(order.text === undefined ? {} : { [community.locale]: order.text }) } }),
    ...(order.steps ? { steps: order.steps } : {}),
    ...(order.calls ? { calls: order.calls } : {}),
    byId: speaker.personId,
  });
  await replyTo(scene, 'plan', { text: texts.planChanged(planTitle(kind, texts.locale)) });
}
