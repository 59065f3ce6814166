import type { Look } from '../../clocks/look.ts';

export const lookAtPublication: Look = () => Promise.resolve('nothing to do');
