import type { Scene } from '../scene.ts';

export function hearReceipt(_scene: Scene): Promise<boolean> {
  return Promise.resolve(false);
}
