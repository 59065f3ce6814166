import { z } from 'zod';
import type { FaqEntry } from '../../prisma/generated/client.ts';
import { nextNumber } from '../next-number.ts';
import type { Step } from '../step.ts';

const answersSchema = z.record(z.string(), z.string());

/** The answer in other languages than the community's, by locale. */
export const answersOf = ({ answers }: Pick<FaqEntry, 'answers'>): Record<string, string> =>
  answersSchema.safeParse(answers).data ?? {};

/** What an entry says in a language: the community's where it has no other. */
export function answerIn(entry: Pick<FaqEntry, 'answer' | 'answers'>, locale: string): string {
  const others = answersOf(entry);
  return others[locale] ?? others[locale.split('-')[0] ?? ''] ?? entry.answer;
}

/** The knowledge base of a community, as it holds now, in the order of its numbers. */
export const entriesInForce = ({ tx }: Step, communityId: string): Promise<FaqEntry[]> =>
  tx.faqEntry.findMany({ where: { communityId, revokedAt: null }, orderBy: { number: 'asc' } });

/** The entry that managers call by this number; null where there is none in force. */
export async function entryByNumber({ tx }: Step, communityId: string, number: number): Promise<FaqEntry | null> {
  const entry = await tx.faqEntry.findUnique({ where: { communityId_number: { communityId, number } } });
  return entry?.revokedAt === null ? entry : null;
}

/** Puts a question and its answer into the knowledge base. The bot does not answer by it until a manager says that it may. */
export async function addEntry(
  step: Step,
  communityId: string,
  entry: { questions: string[]; answer: string; answers: Record<string, string>; by: string },
): Promise<FaqEntry> {
  const { by: createdById, ...said } = entry;
  const number = await nextNumber(step, communityId, 'faq');
  return step.tx.faqEntry.create({ data: { communityId, number, ...said, createdById, createdAt: step.now } });
}
