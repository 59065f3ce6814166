-- CreateEnum
CREATE TYPE "Counts" AS ENUM ('calendar', 'service');

-- CreateEnum
CREATE TYPE "ResponsibilityKind" AS ENUM ('grid', 'deputy');

-- CreateEnum
CREATE TYPE "FollowUpOccasion" AS ENUM ('complaint', 'emergency', 'reopened', 'low_rating', 'sample');

-- CreateEnum
CREATE TYPE "FollowUpBy" AS ENUM ('bot', 'person');

-- CreateEnum
CREATE TYPE "FollowUpOutcome" AS ENUM ('satisfied', 'not_solved', 'wants_contact', 'no_answer', 'declined', 'overtaken');

-- CreateEnum
CREATE TYPE "HealthKind" AS ENUM ('unreachable', 'account_down', 'silent', 'clock_skew', 'queue_lag');

-- AlterEnum
ALTER TYPE "Origin" ADD VALUE 'machine';

-- AlterEnum
ALTER TYPE "LimitKind" ADD VALUE 'resolution';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "DeadlineKind" ADD VALUE 'breach';
ALTER TYPE "DeadlineKind" ADD VALUE 'pass_unaccepted';
ALTER TYPE "DeadlineKind" ADD VALUE 'follow_up';
ALTER TYPE "DeadlineKind" ADD VALUE 'health_check';

-- AlterEnum
ALTER TYPE "Purpose" ADD VALUE 'follow_up';

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "capacity" INTEGER;

-- AlterTable
ALTER TABLE "Ticket" ADD COLUMN     "finishedById" UUID,
ADD COLUMN     "offeredAt" TIMESTAMPTZ(3),
ADD COLUMN     "offeredToId" UUID;

-- AlterTable
ALTER TABLE "Limit" ADD COLUMN     "breachedAt" TIMESTAMPTZ(3),
ADD COLUMN     "counts" "Counts" NOT NULL DEFAULT 'calendar',
ADD COLUMN     "line" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "pausedAt" TIMESTAMPTZ(3),
ADD COLUMN     "renewsId" UUID;

-- AlterTable
ALTER TABLE "Deadline" ADD COLUMN     "communityId" UUID,
ADD COLUMN     "followUpId" UUID,
ADD COLUMN     "personId" UUID,
ADD COLUMN     "postponedAt" TIMESTAMPTZ(3),
ADD COLUMN     "rung" TEXT;

-- AlterTable
ALTER TABLE "OutboxMessage" ADD COLUMN     "recipientId" UUID;

-- AlterTable
ALTER TABLE "SurveyAnswer" ADD COLUMN     "workerId" UUID;

-- AlterTable
ALTER TABLE "PolicyVersion" ADD COLUMN     "approvedAt" TIMESTAMPTZ(3),
ADD COLUMN     "approvedById" UUID,
ADD COLUMN     "approvedByName" TEXT,
ADD COLUMN     "movedAt" TIMESTAMPTZ(3),
ADD COLUMN     "movesRunning" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "proposedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "proposedById" UUID,
ADD COLUMN     "proposedByName" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "reason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "withdrawnAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Responsibility" (
    "id" UUID NOT NULL,
    "communityId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "ResponsibilityKind" NOT NULL,
    "buildingId" UUID,
    "area" "Area",
    "role" "Role",
    "grantedAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Responsibility_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DutyShift" (
    "id" UUID NOT NULL,
    "communityId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "role" "Role",
    "weekdays" INTEGER[],
    "startsAt" TEXT NOT NULL,
    "endsAt" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DutyShift_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DutyChange" (
    "id" UUID NOT NULL,
    "shiftId" UUID NOT NULL,
    "day" TEXT NOT NULL,
    "personId" UUID,
    "swapId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DutyChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DutySwap" (
    "id" UUID NOT NULL,
    "shiftId" UUID NOT NULL,
    "day" TEXT NOT NULL,
    "forShiftId" UUID,
    "forDay" TEXT,
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "agreed" BOOLEAN,

    CONSTRAINT "DutySwap_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Absence" (
    "id" UUID NOT NULL,
    "communityId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "fromAt" TIMESTAMPTZ(3) NOT NULL,
    "untilAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FollowUp" (
    "id" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "occasion" "FollowUpOccasion" NOT NULL,
    "by" "FollowUpBy" NOT NULL,
    "personId" UUID,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "outcome" "FollowUpOutcome",
    "note" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "FollowUp_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HealthFinding" (
    "id" UUID NOT NULL,
    "communityId" UUID,
    "kind" "HealthKind" NOT NULL,
    "subject" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "fromAt" TIMESTAMPTZ(3) NOT NULL,
    "untilAt" TIMESTAMPTZ(3),
    "toldAt" TIMESTAMPTZ(3),
    "endToldAt" TIMESTAMPTZ(3),

    CONSTRAINT "HealthFinding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MachineSource" (
    "id" UUID NOT NULL,
    "communityId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "MachineSource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MachineReport" (
    "id" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "alarm" BOOLEAN NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "ticketId" UUID,

    CONSTRAINT "MachineReport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Responsibility_communityId_kind_idx" ON "Responsibility"("communityId", "kind");

-- CreateIndex
CREATE INDEX "DutyShift_communityId_idx" ON "DutyShift"("communityId");

-- CreateIndex
CREATE UNIQUE INDEX "DutyChange_shiftId_day_key" ON "DutyChange"("shiftId", "day");

-- CreateIndex
CREATE INDEX "Absence_communityId_untilAt_idx" ON "Absence"("communityId", "untilAt");

-- CreateIndex
CREATE INDEX "FollowUp_ticketId_idx" ON "FollowUp"("ticketId");

-- CreateIndex
CREATE INDEX "HealthFinding_communityId_kind_subject_idx" ON "HealthFinding"("communityId", "kind", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "MachineSource_name_key" ON "MachineSource"("name");

-- CreateIndex
CREATE INDEX "MachineSource_communityId_idx" ON "MachineSource"("communityId");

-- CreateIndex
CREATE INDEX "MachineReport_sourceId_receivedAt_idx" ON "MachineReport"("sourceId", "receivedAt");

-- CreateIndex
CREATE INDEX "MachineReport_sourceId_device_receivedAt_idx" ON "MachineReport"("sourceId", "device", "receivedAt");

-- CreateIndex
CREATE UNIQUE INDEX "MachineReport_sourceId_key_key" ON "MachineReport"("sourceId", "key");

-- CreateIndex
CREATE INDEX "Ticket_offeredToId_idx" ON "Ticket"("offeredToId");

-- CreateIndex
CREATE UNIQUE INDEX "Limit_renewsId_key" ON "Limit"("renewsId");

-- CreateIndex
CREATE UNIQUE INDEX "Deadline_limitId_rung_key" ON "Deadline"("limitId", "rung");

-- AddForeignKey
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_offeredToId_fkey" FOREIGN KEY ("offeredToId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_finishedById_fkey" FOREIGN KEY ("finishedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Limit" ADD CONSTRAINT "Limit_renewsId_fkey" FOREIGN KEY ("renewsId") REFERENCES "Limit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deadline" ADD CONSTRAINT "Deadline_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deadline" ADD CONSTRAINT "Deadline_followUpId_fkey" FOREIGN KEY ("followUpId") REFERENCES "FollowUp"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deadline" ADD CONSTRAINT "Deadline_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutboxMessage" ADD CONSTRAINT "OutboxMessage_recipientId_fkey" FOREIGN KEY ("recipientId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyAnswer" ADD CONSTRAINT "SurveyAnswer_workerId_fkey" FOREIGN KEY ("workerId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Responsibility" ADD CONSTRAINT "Responsibility_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Responsibility" ADD CONSTRAINT "Responsibility_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Responsibility" ADD CONSTRAINT "Responsibility_buildingId_fkey" FOREIGN KEY ("buildingId") REFERENCES "Building"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DutyShift" ADD CONSTRAINT "DutyShift_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DutyShift" ADD CONSTRAINT "DutyShift_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DutyChange" ADD CONSTRAINT "DutyChange_shiftId_fkey" FOREIGN KEY ("shiftId") REFERENCES "DutyShift"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DutyChange" ADD CONSTRAINT "DutyChange_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DutyChange" ADD CONSTRAINT "DutyChange_swapId_fkey" FOREIGN KEY ("swapId") REFERENCES "DutySwap"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DutySwap" ADD CONSTRAINT "DutySwap_shiftId_fkey" FOREIGN KEY ("shiftId") REFERENCES "DutyShift"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DutySwap" ADD CONSTRAINT "DutySwap_forShiftId_fkey" FOREIGN KEY ("forShiftId") REFERENCES "DutyShift"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DutySwap" ADD CONSTRAINT "DutySwap_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DutySwap" ADD CONSTRAINT "DutySwap_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HealthFinding" ADD CONSTRAINT "HealthFinding_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MachineSource" ADD CONSTRAINT "MachineSource_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MachineReport" ADD CONSTRAINT "MachineReport_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "MachineSource"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MachineReport" ADD CONSTRAINT "MachineReport_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE SET NULL ON UPDATE CASCADE;
