import type { Look } from '../../clocks/look.ts';

export const sayDigest: Look = () => Promise.resolve('nothing to do');
