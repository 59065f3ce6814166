import { hearChain } from './activities/hear.ts';
import { hearWellbeing } from './care/hear.ts';
import { hearBallot } from './consultations/hear.ts';
import { hearAskForPerson } from './faq/hear.ts';
import { hearAboutFee } from './fees/hear.ts';
import { hearReceipt } from './notices/hear.ts';
import { hearPraise } from './hear-praise.ts';
import { hearSupport } from './hear-support.ts';
import { hearAnswer } from './questionnaires/hear.ts';
import type { Scene } from './scene.ts';

/**
 * Who listens to what residents say without replying to a word of ours, in this order: each takes what is plainly an answer to
 * something that was asked or told there, and leaves everything else alone.
 */
const listeners: readonly ((scene: Scene) => Promise<boolean>)[] = [
  hearReceipt,
  hearAskForPerson,
  hearWellbeing,
  hearAboutFee,
  hearAnswer,
  hearBallot,
  hearPraise,
  hearSupport,
  hearChain,
];

/** Whether somebody took it. */
export async function heardAsAnswer(scene: Scene): Promise<boolean> {
  for (const listen of listeners) if (await listen(scene)) return true;
  return false;
}
