import type { Look } from '../../clocks/look.ts';

export const lookAtFees: Look = () => Promise.resolve('nothing to do');
