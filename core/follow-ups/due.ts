import type { Look, DueOfTicket } from '../clocks/look.ts';

export const followUpDue: Look<DueOfTicket> = () => Promise.resolve('nothing to do');
