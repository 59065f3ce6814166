import type { Look } from '../clocks/look.ts';

export const lookAtActivity: Look = () => Promise.resolve('nothing to do');
