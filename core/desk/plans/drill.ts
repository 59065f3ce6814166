import { drillView } from '../../notices/plans/drill-report.ts';
import { planTitle } from '../../notices/plans/plan.ts';
import { managesOrRefused } from '../may-do.ts';
import { replyTo, textsOf, type Scene } from '../scene.ts';
import { startPlan } from './start.ts';

/** So many earlier drills are listed. */
const LISTED = 20;

/** `演练 火灾`: runs the whole chain of a plan among the staff alone, and takes the times (P8f); `演练 记录` and `演练 3` show earlier ones. */
export async function handleDrill(scene: Scene, rest: string): Promise<void> {
  const texts = textsOf(scene);
  const said = rest.trim();
  if (/^(?:列表|记录|記錄|records?|list|)$/i.test(said)) return list(scene);
  const number = /^\d{1,9}$/.test(said) ? Number(said) : null;
  if (number === null) {
    if (await managesOrRefused(scene, 'drill')) await startPlan(scene, said, true);
    return;
  }
  const { step, community } = scene;
  const notice = await step.tx.notice.findFirst({
    where: { communityId: community.id, number, isDrill: true, liveAt: { not: null } },
  });
  const text = notice ? texts.drillReport(await drillView(step, community, notice)) : texts.drillUnknown(number);
  await replyTo(scene, 'drill', { text });
}

async function list(scene: Scene): Promise<void> {
  const { step, community } = scene;
  const texts = textsOf(scene);
  const drills = await step.tx.notice.findMany({
    where: { communityId: community.id, isDrill: true, liveAt: { not: null } },
    orderBy: { liveAt: 'desc' },
    take: LISTED,
    select: { number: true, liveAt: true, plan: { select: { kind: true } } },
  });
  const all = drills.map(({ number, liveAt, plan }) => ({
    number,
    name: planTitle(plan?.kind ?? '', texts.locale),
    at: texts.when(liveAt ?? step.now, step.now, community.timeZone),
  }));
  await replyTo(scene, 'drill', { text: texts.drillList(all) });
}
