import { replyTo, textsOf, type Scene } from './scene.ts';

/** Devices that may report (P10h). */
export async function handleSource(scene: Scene, _rest: string): Promise<void> {
  await replyTo(scene, 'source', { text: textsOf(scene).helpForStaff() });
}
