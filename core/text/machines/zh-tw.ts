import type { MachineTexts } from './texts.ts';

export const machines = {} satisfies MachineTexts;
