import type { Scene } from '../scene.ts';

export function hearChain(_scene: Scene): Promise<boolean> {
  return Promise.resolve(false);
}
