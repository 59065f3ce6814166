import type { Scene } from '../scene.ts';

export function handleNotice(_scene: Scene, _rest: string): Promise<void> {
  return Promise.resolve();
}
