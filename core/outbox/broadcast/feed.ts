import type { Look } from '../../clocks/look.ts';

export const feedBroadcast: Look = () => Promise.resolve('nothing to do');
