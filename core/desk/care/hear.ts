import type { Scene } from '../scene.ts';

export function hearWellbeing(_scene: Scene): Promise<boolean> {
  return Promise.resolve(false);
}
