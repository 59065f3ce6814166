import { replyTo, textsOf, type Scene } from './scene.ts';

/** How the channels of the community are (P10b). */
export async function handleChannels(scene: Scene, _rest: string): Promise<void> {
  await replyTo(scene, 'channels', { text: textsOf(scene).helpForStaff() });
}
