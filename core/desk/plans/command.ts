import type { Scene } from '../scene.ts';

export function handlePlan(_scene: Scene, _rest: string): Promise<void> {
  return Promise.resolve();
}
