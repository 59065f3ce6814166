import type { About, Answers, Questions, Told } from './puppet-talk.ts';

/** What the gateway's process says to the one that started it. */
export type FromGateway =
  | { type: 'ready'; puppet: string }
  | { type: 'failed'; message: string }
  | { type: 'told'; id: number }
  | { [A in About]: { type: 'ask'; id: number; about: A; question: Questions[A] } }[About];

/** What it is told. */
export type ToGateway =
  | { type: 'tell'; id: number; told: Told }
  | { type: 'answer'; id: number; answer: Answers[About] }
  | { type: 'refusal'; id: number; message: string };
