import type { Scene } from '../scene.ts';

export function hearAnswer(_scene: Scene): Promise<boolean> {
  return Promise.resolve(false);
}
