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
  'adopt',
  'turn_down',
] as const;
/** Telling residents, and asking them. */
export const tellingVerbs = [
  'notice',
  'template',
  'plan',
  'drill',
  'publication',
  'care',
  'fees',
  'questionnaire',
  'consultation',
  'activity',
  'faq',
  'held_back',
  'less',
  'tag',
  'shadow',
  'incident',
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
  ...tellingVerbs,
] as const;

export type TicketVerb = (typeof ticketVerbs)[number];
/** Verbs by which the resident hears something, where the matter came by chat. */
export const tellsResident: ReadonlySet<TicketVerb> = new Set(['answer', 'ask', 'promise', 'progress', 'done']);
export type TellingVerb = (typeof tellingVerbs)[number];
export type DeskVerb = (typeof deskVerbs)[number];
export type StaffVerb = TicketVerb | DeskVerb;

export const isTellingVerb = (verb: StaffVerb): verb is TellingVerb => tellingVerbs.some((known) => known === verb);
export const isTicketVerb = (verb: StaffVerb): verb is TicketVerb => ticketVerbs.some((known) => known === verb);
