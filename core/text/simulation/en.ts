import type { SimulationTexts } from './texts.ts';

const addressee: Record<Parameters<SimulationTexts['escalations']>[0], string> = {
  assignee: 'whoever is in charge',
  on_duty: 'whoever is on duty',
  next_on_duty: 'the next on duty',
  staff: 'all staff',
  supervisor: 'the supervisor',
  manager: 'the manager',
  requester: 'the resident',
};

const called = { reminders: 'reminders', escalations: 'escalations', nightCalls: 'night calls' };

export const simulation: SimulationTexts = {
  title: (community, from, to, tickets) =>
    `${community}, ${from} to ${to}: ${tickets} ${tickets === 1 ? 'ticket' : 'tickets'}, counted under two policies`,
  none: (community, from, to) =>
    `${community}, ${from} to ${to}: no tickets were opened, so there is nothing to replay.`,
  present: () => 'in force',
  inTime: (clause) => `${clause} in time`,
  taken: (clause) => `${clause} took (half / nine of ten)`,
  reminders: () => 'reminders',
  escalations: (to) => `escalations to ${addressee[to]}`,
  apologies: () => 'apologies before residents asked',
  returned: () => 'passed on, not accepted, returned',
  followUps: (by) => (by === 'bot' ? 'follow-ups by the bot' : 'follow-ups by a person'),
  reopened: () => 'reopened',
  nightCalls: () => 'night calls',
  perPersonAndWeek: (what) => `${called[what]} per person and week (mean / most)`,
  mostCalledAtNight: () => 'called most at night',
  caveat: () =>
    'Who did what, and when, is taken as it was: nobody is simulated to act sooner because of a reminder. Tickets count as they were understood in the end; staff and duty roster are those of today.',
};
