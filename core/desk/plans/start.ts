import { planNamed } from '../../notices/plans/plan.ts';
import { draftFromPlan, missingIn } from '../../notices/plans/start.ts';
import { readAudience } from '../notices/read-audience.ts';
import { showPreview } from '../notices/preview.ts';
import { replyTo, textsOf, type Scene } from '../scene.ts';
import { unknownPlan } from './known.ts';

/**
 * `火灾 3栋`: prepares the notice of that plan for those buildings, and shows it; nothing is told before it is confirmed. What else the
 * plan wants to know stands on lines of its own (`原因：检修`). The writer is a manager.
 */
export async function startPlan(scene: Scene, said: string, isDrill: boolean): Promise<void> {
  const { step, community, conversation, speaker } = scene;
  if (!speaker) return;
  const texts = textsOf(scene);
  const answer = (text: string): Promise<void> => replyTo(scene, 'plan', { text });
  const [first = '', ...others] = said.trim().split('\n');
  const [name, where] = await nameAndPlace(scene, first.replace(/[。.!！]+$/, ''));
  const plan = await planNamed(step, community, name);
  if (!plan) return answer(name === '' ? texts.planHow() : await unknownPlan(scene, name));
  const read = readAudience(where);
  if ('mistake' in read) return answer(texts.planNoPlace(read.mistake));
  const buildings = read.audience.buildings ?? [];
  const strange = buildings.find((label) => !conversation.allBuildings.some((one) => one.toUpperCase() === label));
  const isMore = (read.audience.tags ?? []).length + (read.audience.reportersOf ?? []).length > 0;
  if (strange !== undefined || isMore) return answer(texts.planNoPlace(strange ?? where));
  const values = Object.fromEntries(
    others.flatMap((line) => {
      const [, key, value] = /^\s*([^:：]{1,20}?)\s*[:：]\s*(.+)$/.exec(line) ?? [];
      return key && value ? [[key, value.trim()]] : [];
    }),
  );
  const missing = missingIn(plan, values);
  if (missing.length > 0) return answer(texts.planMissing(missing));
  const by = { personId: speaker.personId, conversationId: conversation.id };
  await showPreview(scene, await draftFromPlan(step, community, plan, { buildings, values, isDrill }, by));
}

/** The name has one word or several ("heavy rain"); what follows it says where. */
async function nameAndPlace({ step, community }: Scene, said: string): Promise<[name: string, where: string]> {
  const parts = said.trim().split(/[\s,，:：]+/);
  for (let count = Math.min(parts.length, 4); count > 1; count -= 1) {
    const name = parts.slice(0, count).join(' ');
    if (await planNamed(step, community, name)) return [name, parts.slice(count).join(' ')];
  }
  return [parts[0] ?? '', parts.slice(1).join(' ')];
}
