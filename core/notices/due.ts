import type { Look } from '../clocks/look.ts';

export const lookAtNotice: Look = () => Promise.resolve('nothing to do');
