import type { FaqEntry } from '../../../prisma/generated/client.ts';
import { answersOf } from '../../faq/entries.ts';
import type { Step } from '../../step.ts';
import type { FaqView } from '../../text/faq/texts.ts';

/** An entry as it is shown, with how often it has helped and failed. */
export async function viewOfEntry({ tx }: Step, entry: FaqEntry): Promise<FaqView> {
  const { id: faqId, number, questions, answer, safe } = entry;
  const used = await tx.faqUse.count({ where: { faqId, usedAt: { not: null } } });
  const unhappy = await tx.faqUse.count({ where: { faqId, unhappyAt: { not: null } } });
  return { number, question: questions[0] ?? '', questions, answer, answers: answersOf(entry), safe, used, unhappy };
}
