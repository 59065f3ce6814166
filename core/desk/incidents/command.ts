import type { Scene } from '../scene.ts';

export const handleIncident = (_scene: Scene, _rest: string): Promise<void> => Promise.resolve();
