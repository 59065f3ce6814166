import { replyTo, textsOf, type Scene } from './scene.ts';

/** How residents rated the work of staff and, apart from them, of contractors (P7a). */
export async function handleRatings(scene: Scene, _rest: string): Promise<void> {
  await replyTo(scene, 'ratings', { text: textsOf(scene).helpForStaff() });
}
