import type { Scene } from '../scene.ts';

export const handleShadow = (_scene: Scene, _rest: string): Promise<void> => Promise.resolve();
