import type { Scene } from '../scene.ts';

export function handlePublication(_scene: Scene, _rest: string): Promise<void> {
  return Promise.resolve();
}
