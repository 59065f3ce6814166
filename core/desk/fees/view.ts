import type { FeeList } from '../../../prisma/generated/client.ts';
import { countFees } from '../../notices/fees/list.ts';
import { shownMoney } from '../../notices/fees/money.ts';
import type { FeeListView } from '../../text/fees/texts.ts';
import { textsOf, type Scene } from '../scene.ts';

/** In words, where it lies ahead. */
export const later = (scene: Pick<Scene, 'step' | 'community' | 'speaker'>, at: Date): string | null =>
  at > scene.step.now ? textsOf(scene).when(at, scene.step.now, scene.community.timeZone) : null;

/** A list as a manager sees it: counts and a total. */
export async function viewOfList(scene: Scene, list: FeeList, number: number): Promise<FeeListView> {
  const { total, ...counts } = await countFees(scene.step, list.id);
  const state = list.revokedAt ? 'revoked' : list.confirmedAt ? 'confirmed' : 'draft';
  return { number, title: list.title, ...counts, total: shownMoney(total), state };
}
