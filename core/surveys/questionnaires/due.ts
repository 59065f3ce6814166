import type { Look } from '../../clocks/look.ts';

export const lookAtQuestionnaire: Look = () => Promise.resolve('nothing to do');
