import type { Scene } from '../scene.ts';

export function handleActivity(_scene: Scene, _rest: string): Promise<void> {
  return Promise.resolve();
}
