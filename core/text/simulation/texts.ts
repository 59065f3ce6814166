import type { Addressee } from '../../policy/policy.ts';

/** The report of a simulation, as a manager reads it in a terminal. Days are `YYYY-MM-DD`. */
export interface SimulationTexts {
  title(community: string, from: string, to: string, tickets: number): string;
  /** There is nothing to replay. */
  none(community: string, from: string, to: string): string;
  /** Above the figures of the policy that is in force. */
  present(): string;
  inTime(clause: string): string;
  /** How long it took: the middle of all, and what nine of ten did not exceed. */
  taken(clause: string): string;
  reminders(): string;
  escalations(to: Addressee): string;
  apologies(): string;
  returned(): string;
  followUps(by: 'bot' | 'person'): string;
  reopened(): string;
  nightCalls(): string;
  /** In the mean and at most. */
  perPersonAndWeek(what: 'reminders' | 'escalations' | 'nightCalls'): string;
  mostCalledAtNight(): string;
  /** The last line: what is not simulated. */
  caveat(): string;
}
