import type { Scene } from '../scene.ts';

export function hearBallot(_scene: Scene): Promise<boolean> {
  return Promise.resolve(false);
}
