import type { Look } from '../../clocks/look.ts';

export const lookAtConsultation: Look = () => Promise.resolve('nothing to do');
