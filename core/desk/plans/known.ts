import { listPlans, planTitle } from '../../notices/plans/plan.ts';
import { textsOf, type Scene } from '../scene.ts';

/** That there is no plan of a name, and which there are. */
export async function unknownPlan(scene: Scene, name: string): Promise<string> {
  const texts = textsOf(scene);
  const all = await listPlans(scene.step, scene.community);
  return texts.planUnknown(
    name,
    all.map(({ kind }) => planTitle(kind, texts.locale)),
  );
}
