import type { JudgementSource } from '../../../prisma/generated/enums.ts';
import { newId } from '../../new-id.ts';
import type { Step } from '../../step.ts';

/** Somebody of the office said what a message is. */
export interface SaidOfMessage {
  communityId: string;
  messageId: string;
  /** Where they said it; a message is judged once in each place. */
  source: JudgementSource;
  isMatter: boolean;
  /** How much the understanding believed it, without any correction, from 0 to 1. */
  believed: number;
  decidedById: string | null;
}

/**
 * Keeps what the office said of a message, for its community to learn from. Said again in the same place, the last word counts; where that
 * is another one, it is learned from anew.
 */
export async function noteJudgement({ tx, now }: Step, said: SaidOfMessage): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Judgement" (id, "communityId", "messageId", source, "isMatter", believed, "decidedById", "decidedAt")
    VALUES (${newId()}::uuid, ${said.communityId}::uuid, ${said.messageId}::uuid, ${said.source}::"JudgementSource", ${said.isMatter},
      ${said.believed}, ${said.decidedById}::uuid, ${now})
    ON CONFLICT ("messageId", source) DO UPDATE SET "isMatter" = EXCLUDED."isMatter", believed = EXCLUDED.believed,
      "decidedById" = EXCLUDED."decidedById", "decidedAt" = EXCLUDED."decidedAt",
      "correctionId" = CASE WHEN "Judgement"."isMatter" = EXCLUDED."isMatter" THEN "Judgement"."correctionId" END`;
}

/** They took back what they had said there: as if they had never said it. */
export async function takeBackJudgement(
  { tx }: Step,
  said: Pick<SaidOfMessage, 'messageId' | 'source'>,
): Promise<void> {
  await tx.judgement.deleteMany({ where: said });
}
