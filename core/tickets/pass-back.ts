import type { Look, DueOfTicket } from '../clocks/look.ts';

export const passUnaccepted: Look<DueOfTicket> = () => Promise.resolve('nothing to do');
