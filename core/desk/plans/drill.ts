import type { Scene } from '../scene.ts';

export function handleDrill(_scene: Scene, _rest: string): Promise<void> {
  return Promise.resolve();
}
