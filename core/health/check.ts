import type { Look } from '../clocks/look.ts';

export const checkHealth: Look = () => Promise.resolve('nothing to do');
