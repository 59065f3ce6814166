import type { Look } from '../../clocks/look.ts';

export const lookAtCare: Look = () => Promise.resolve('nothing to do');
