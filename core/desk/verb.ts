/** What staff can do with a ticket, and what else they can ask of the desk. */
export const ticketVerbs = [
  'take',
  'answer',
  'ask',
  'promise',
  'progress',
  'pass',
  'merge',
  'dismiss',
  'done',
  'reopen',
  'decline',
  'postpone',
  'follow_up',
  'show',
] as const;
export const deskVerbs = [
  'log',
  'list',
  'help',
  'setup',
  'link',
  'role',
  'status',
  'flat',
  'join',
  'accounts',
  'quota',
  'stop',
  'resume',
  'login',
  'policy',
  'duty',
  'swap',
  'leave',
  'grid',
  'deputy',
  'capacity',
  'ratings',
  'channels',
  'source',
  'find',
] as const;

export type TicketVerb = (typeof ticketVerbs)[number];
export type DeskVerb = (typeof deskVerbs)[number];
export type StaffVerb = TicketVerb | DeskVerb;

export const isTicketVerb = (verb: StaffVerb): verb is TicketVerb => ticketVerbs.some((known) => known === verb);
