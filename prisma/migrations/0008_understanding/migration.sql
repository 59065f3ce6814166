-- CreateEnum
CREATE TYPE "Hearing" AS ENUM ('live', 'shadow');

-- CreateEnum
CREATE TYPE "JudgementSource" AS ENUM ('doubt', 'dismissed', 'shadow');

-- CreateEnum
CREATE TYPE "CandidateDeed" AS ENUM ('ticket', 'question', 'nothing');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "DeadlineKind" ADD VALUE 'opinion';
ALTER TYPE "DeadlineKind" ADD VALUE 'shadow';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "Subject" ADD VALUE 'shadow';
ALTER TYPE "Subject" ADD VALUE 'incident';

-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN     "hearing" "Hearing" NOT NULL DEFAULT 'live',
ADD COLUMN     "shadowSince" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Ticket" ADD COLUMN     "incidentId" UUID;

-- CreateTable
CREATE TABLE "Judgement" (
    "id" UUID NOT NULL,
    "communityId" UUID NOT NULL,
    "messageId" UUID NOT NULL,
    "source" "JudgementSource" NOT NULL,
    "isMatter" BOOLEAN NOT NULL,
    "believed" DOUBLE PRECISION NOT NULL,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,
    "correctionId" UUID,

    CONSTRAINT "Judgement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Correction" (
    "id" UUID NOT NULL,
    "communityId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "weights" JSONB NOT NULL,
    "learnedFrom" INTEGER NOT NULL,
    "rightBefore" DOUBLE PRECISION NOT NULL,
    "rightAfter" DOUBLE PRECISION NOT NULL,
    "learnedAt" TIMESTAMPTZ(3) NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Opinion" (
    "id" UUID NOT NULL,
    "messageId" UUID NOT NULL,
    "model" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "answer" JSONB,

    CONSTRAINT "Opinion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ModelUse" (
    "communityId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "asked" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ModelUse_pkey" PRIMARY KEY ("communityId","day")
);

-- CreateTable
CREATE TABLE "Candidate" (
    "id" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "messageId" UUID NOT NULL,
    "deed" "CandidateDeed" NOT NULL,
    "matter" JSONB NOT NULL,
    "believed" DOUBLE PRECISION NOT NULL,
    "tied" UUID[],
    "settledAt" TIMESTAMPTZ(3),
    "heardAt" TIMESTAMPTZ(3) NOT NULL,
    "isMatter" BOOLEAN,
    "judgedById" UUID,
    "judgedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Candidate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoticeReport" (
    "id" UUID NOT NULL,
    "noticeId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "messageId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NoticeReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Incident" (
    "id" UUID NOT NULL,
    "communityId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "area" "Area" NOT NULL,
    "thing" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "overAt" TIMESTAMPTZ(3),

    CONSTRAINT "Incident_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Judgement_communityId_decidedAt_idx" ON "Judgement"("communityId", "decidedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Judgement_messageId_source_key" ON "Judgement"("messageId", "source");

-- CreateIndex
CREATE UNIQUE INDEX "Correction_communityId_number_key" ON "Correction"("communityId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Opinion_messageId_key" ON "Opinion"("messageId");

-- CreateIndex
CREATE UNIQUE INDEX "Candidate_messageId_key" ON "Candidate"("messageId");

-- CreateIndex
CREATE INDEX "Candidate_conversationId_heardAt_idx" ON "Candidate"("conversationId", "heardAt");

-- CreateIndex
CREATE UNIQUE INDEX "NoticeReport_noticeId_personId_key" ON "NoticeReport"("noticeId", "personId");

-- CreateIndex
CREATE INDEX "Incident_communityId_overAt_idx" ON "Incident"("communityId", "overAt");

-- CreateIndex
CREATE UNIQUE INDEX "Incident_communityId_number_key" ON "Incident"("communityId", "number");

-- CreateIndex
CREATE INDEX "Ticket_incidentId_idx" ON "Ticket"("incidentId");

-- AddForeignKey
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Judgement" ADD CONSTRAINT "Judgement_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Judgement" ADD CONSTRAINT "Judgement_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Judgement" ADD CONSTRAINT "Judgement_correctionId_fkey" FOREIGN KEY ("correctionId") REFERENCES "Correction"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Opinion" ADD CONSTRAINT "Opinion_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModelUse" ADD CONSTRAINT "ModelUse_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Candidate" ADD CONSTRAINT "Candidate_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Candidate" ADD CONSTRAINT "Candidate_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeReport" ADD CONSTRAINT "NoticeReport_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Notice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeReport" ADD CONSTRAINT "NoticeReport_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeReport" ADD CONSTRAINT "NoticeReport_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Incident" ADD CONSTRAINT "Incident_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE CASCADE ON UPDATE CASCADE;
