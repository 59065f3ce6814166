-- CreateEnum
CREATE TYPE "Subject" AS ENUM ('notice', 'plan', 'publication', 'care', 'fees', 'questionnaire', 'consultation', 'activity', 'faq');

-- CreateEnum
CREATE TYPE "TargetState" AS ENUM ('planned', 'queued', 'sent', 'failed', 'dropped', 'merged');

-- CreateEnum
CREATE TYPE "RestraintDeed" AS ENUM ('postponed', 'merged', 'dropped', 'told_directly');

-- CreateEnum
CREATE TYPE "ConsentKind" AS ENUM ('greetings', 'care', 'offers');

-- CreateEnum
CREATE TYPE "NoticeLevel" AS ENUM ('routine', 'important', 'emergency');

-- CreateEnum
CREATE TYPE "NoticeState" AS ENUM ('draft', 'awaiting', 'scheduled', 'live', 'ended', 'withdrawn', 'discarded');

-- CreateEnum
CREATE TYPE "ReceiptBy" AS ENUM ('button', 'reaction', 'words', 'staff');

-- CreateEnum
CREATE TYPE "AskState" AS ENUM ('draft', 'scheduled', 'open', 'closed', 'withdrawn', 'discarded');

-- CreateEnum
CREATE TYPE "ConsultationKind" AS ENUM ('consultation', 'vote', 'pledge');

-- CreateEnum
CREATE TYPE "SignUpState" AS ENUM ('going', 'waiting', 'cancelled');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "DeadlineKind" ADD VALUE 'broadcast';
ALTER TYPE "DeadlineKind" ADD VALUE 'digest';
ALTER TYPE "DeadlineKind" ADD VALUE 'notice';
ALTER TYPE "DeadlineKind" ADD VALUE 'publication';
ALTER TYPE "DeadlineKind" ADD VALUE 'care';
ALTER TYPE "DeadlineKind" ADD VALUE 'fees';
ALTER TYPE "DeadlineKind" ADD VALUE 'questionnaire';
ALTER TYPE "DeadlineKind" ADD VALUE 'consultation';
ALTER TYPE "DeadlineKind" ADD VALUE 'activity';

-- AlterEnum
ALTER TYPE "Purpose" ADD VALUE 'survey';

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "hearsLessAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "Ticket" ADD COLUMN     "noticeId" UUID;

-- AlterTable
ALTER TABLE "Deadline" ADD COLUMN     "subjectId" UUID;

-- AlterTable
ALTER TABLE "OutboxMessage" ADD COLUMN     "broadcastId" UUID,
ADD COLUMN     "subject" "Subject",
ADD COLUMN     "subjectId" UUID;

-- AlterTable
ALTER TABLE "SentMessage" ADD COLUMN     "pollId" TEXT;

-- AlterTable
ALTER TABLE "ChannelAccount" ADD COLUMN     "nextWordAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Broadcast" (
    "id" UUID NOT NULL,
    "communityId" UUID NOT NULL,
    "purpose" "Purpose" NOT NULL,
    "subject" "Subject" NOT NULL,
    "subjectId" UUID NOT NULL,
    "occasion" TEXT NOT NULL,
    "contents" JSONB NOT NULL,
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "changesId" UUID,
    "startAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,
    "stoppedAt" TIMESTAMPTZ(3),
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Broadcast_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BroadcastTarget" (
    "broadcastId" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "personId" UUID,
    "state" "TargetState" NOT NULL DEFAULT 'planned',
    "reason" TEXT,
    "notBefore" TIMESTAMPTZ(3),
    "outboxId" UUID,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "BroadcastTarget_pkey" PRIMARY KEY ("broadcastId","conversationId")
);

-- CreateTable
CREATE TABLE "Restraint" (
    "id" UUID NOT NULL,
    "communityId" UUID NOT NULL,
    "conversationId" UUID,
    "purpose" "Purpose" NOT NULL,
    "subject" "Subject",
    "subjectId" UUID,
    "deed" "RestraintDeed" NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "untilAt" TIMESTAMPTZ(3),

    CONSTRAINT "Restraint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Consent" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "ConsentKind" NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "communityId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "level" "NoticeLevel" NOT NULL,
    "state" "NoticeState" NOT NULL DEFAULT 'draft',
    "text" TEXT NOT NULL,
    "texts" JSONB NOT NULL DEFAULT '{}',
    "attachmentIds" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "audience" JSONB NOT NULL,
    "asksReceipt" BOOLEAN NOT NULL DEFAULT false,
    "sendAt" TIMESTAMPTZ(3),
    "repeat" JSONB,
    "seriesId" UUID,
    "effectiveAt" TIMESTAMPTZ(3),
    "endsAt" TIMESTAMPTZ(3),
    "isDrill" BOOLEAN NOT NULL DEFAULT false,
    "templateId" UUID,
    "planId" UUID,
    "publicationId" UUID,
    "conversationId" UUID,
    "draftedById" UUID,
    "draftedAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedById" UUID,
    "confirmedAt" TIMESTAMPTZ(3),
    "approvedById" UUID,
    "approvedAt" TIMESTAMPTZ(3),
    "liveAt" TIMESTAMPTZ(3),
    "overAt" TIMESTAMPTZ(3),
    "confirmedOnce" INTEGER,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoticeVersion" (
    "noticeId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "texts" JSONB NOT NULL DEFAULT '{}',
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID,

    CONSTRAINT "NoticeVersion_pkey" PRIMARY KEY ("noticeId","version")
);

-- CreateTable
CREATE TABLE "NoticeReceipt" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "noticeId" UUID NOT NULL,
    "personId" UUID,
    "householdId" UUID,
    "by" "ReceiptBy" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NoticeReceipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoticeAnswer" (
    "id" UUID NOT NULL,
    "noticeId" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "answer" TEXT,
    "asked" INTEGER NOT NULL,
    "offeredAt" TIMESTAMPTZ(3) NOT NULL,
    "approvedById" UUID,
    "approvedAt" TIMESTAMPTZ(3),

    CONSTRAINT "NoticeAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoticeTemplate" (
    "id" UUID NOT NULL,
    "communityId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "level" "NoticeLevel" NOT NULL,
    "texts" JSONB NOT NULL,
    "audience" JSONB,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "NoticeTemplate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EmergencyPlan" (
    "id" UUID NOT NULL,
    "communityId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "texts" JSONB NOT NULL,
    "steps" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "calls" "Role"[] DEFAULT ARRAY[]::"Role"[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "EmergencyPlan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Publication" (
    "id" UUID NOT NULL,
    "communityId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "repeat" JSONB NOT NULL,
    "nextDueAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CareContact" (
    "id" UUID NOT NULL,
    "communityId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "weekdays" INTEGER[],
    "askAt" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CareContact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CareCheck" (
    "id" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "remindedAt" TIMESTAMPTZ(3),
    "answeredAt" TIMESTAMPTZ(3),
    "isWell" BOOLEAN,
    "ticketId" UUID,

    CONSTRAINT "CareCheck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FeeList" (
    "id" UUID NOT NULL,
    "communityId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "paysFor" TEXT NOT NULL DEFAULT '',
    "how" TEXT NOT NULL DEFAULT '',
    "importedAt" TIMESTAMPTZ(3) NOT NULL,
    "importedById" UUID,
    "remindAt" TIMESTAMPTZ(3),
    "confirmedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "FeeList_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FeeItem" (
    "id" UUID NOT NULL,
    "listId" UUID NOT NULL,
    "flat" TEXT NOT NULL,
    "householdId" UUID,
    "amount" INTEGER NOT NULL,
    "dueOn" TEXT,
    "remindedAt" TIMESTAMPTZ(3),
    "reached" INTEGER NOT NULL DEFAULT 0,
    "paidAt" TIMESTAMPTZ(3),

    CONSTRAINT "FeeItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Questionnaire" (
    "id" UUID NOT NULL,
    "communityId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "AskState" NOT NULL DEFAULT 'draft',
    "title" TEXT NOT NULL,
    "intro" TEXT NOT NULL DEFAULT '',
    "questions" JSONB NOT NULL,
    "anonymous" BOOLEAN NOT NULL DEFAULT false,
    "perHousehold" BOOLEAN NOT NULL DEFAULT true,
    "isOffer" BOOLEAN NOT NULL DEFAULT false,
    "audience" JSONB NOT NULL,
    "inGroups" BOOLEAN NOT NULL DEFAULT true,
    "inDirect" BOOLEAN NOT NULL DEFAULT false,
    "opensAt" TIMESTAMPTZ(3),
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "repeat" JSONB,
    "tokenKey" TEXT,
    "conversationId" UUID,
    "draftedById" UUID,
    "draftedAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedById" UUID,
    "openedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Questionnaire_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuestionnaireSession" (
    "questionnaireId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "answers" JSONB NOT NULL DEFAULT '{}',
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "QuestionnaireSession_pkey" PRIMARY KEY ("questionnaireId","personId")
);

-- CreateTable
CREATE TABLE "QuestionnaireParticipation" (
    "questionnaireId" UUID NOT NULL,
    "token" TEXT NOT NULL,

    CONSTRAINT "QuestionnaireParticipation_pkey" PRIMARY KEY ("questionnaireId","token")
);

-- CreateTable
CREATE TABLE "QuestionnaireResponse" (
    "id" UUID NOT NULL,
    "questionnaireId" UUID NOT NULL,
    "answers" JSONB NOT NULL,
    "personId" UUID,

    CONSTRAINT "QuestionnaireResponse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Consultation" (
    "id" UUID NOT NULL,
    "communityId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "ConsultationKind" NOT NULL,
    "state" "AskState" NOT NULL DEFAULT 'draft',
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "attachmentIds" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "options" TEXT[],
    "audience" JSONB NOT NULL,
    "rules" JSONB NOT NULL,
    "goal" INTEGER,
    "opensAt" TIMESTAMPTZ(3),
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "eligible" INTEGER,
    "salt" TEXT NOT NULL,
    "saltHash" TEXT,
    "outcome" JSONB,
    "conversationId" UUID,
    "draftedById" UUID,
    "draftedAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedById" UUID,
    "openedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Consultation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BallotEntry" (
    "consultationId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "voter" TEXT NOT NULL,
    "householdId" UUID,
    "personId" UUID,
    "choice" INTEGER,
    "amount" INTEGER,
    "opinion" TEXT,
    "opinionHash" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "BallotEntry_pkey" PRIMARY KEY ("consultationId","seq")
);

-- CreateTable
CREATE TABLE "Activity" (
    "id" UUID NOT NULL,
    "communityId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "AskState" NOT NULL DEFAULT 'draft',
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "attachmentIds" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "place" TEXT NOT NULL DEFAULT '',
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "signUpUntil" TIMESTAMPTZ(3),
    "capacity" INTEGER,
    "audience" JSONB NOT NULL,
    "conversationId" UUID,
    "draftedById" UUID,
    "draftedAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedById" UUID,
    "openedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignUp" (
    "id" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "personId" UUID,
    "householdId" UUID,
    "name" TEXT NOT NULL,
    "heads" INTEGER NOT NULL DEFAULT 1,
    "comment" TEXT NOT NULL DEFAULT '',
    "state" "SignUpState" NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "attendedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SignUp_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TicketPraise" (
    "ticketId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "toldAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TicketPraise_pkey" PRIMARY KEY ("ticketId","personId")
);

-- CreateTable
CREATE TABLE "FaqEntry" (
    "id" UUID NOT NULL,
    "communityId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "questions" TEXT[],
    "answer" TEXT NOT NULL,
    "answers" JSONB NOT NULL DEFAULT '{}',
    "safe" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "FaqEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FaqUse" (
    "faqId" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "automatic" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "unhappyAt" TIMESTAMPTZ(3),

    CONSTRAINT "FaqUse_pkey" PRIMARY KEY ("faqId","ticketId")
);

-- CreateIndex
CREATE INDEX "Broadcast_communityId_createdAt_idx" ON "Broadcast"("communityId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Broadcast_subjectId_occasion_key" ON "Broadcast"("subjectId", "occasion");

-- CreateIndex
CREATE INDEX "BroadcastTarget_broadcastId_state_idx" ON "BroadcastTarget"("broadcastId", "state");

-- CreateIndex
CREATE INDEX "BroadcastTarget_conversationId_idx" ON "BroadcastTarget"("conversationId");

-- CreateIndex
CREATE INDEX "BroadcastTarget_outboxId_idx" ON "BroadcastTarget"("outboxId");

-- CreateIndex
CREATE INDEX "Restraint_communityId_at_idx" ON "Restraint"("communityId", "at");

-- CreateIndex
CREATE INDEX "Restraint_conversationId_at_idx" ON "Restraint"("conversationId", "at");

-- CreateIndex
CREATE INDEX "Consent_personId_kind_idx" ON "Consent"("personId", "kind");

-- CreateIndex
CREATE INDEX "Notice_communityId_state_idx" ON "Notice"("communityId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_communityId_number_key" ON "Notice"("communityId", "number");

-- CreateIndex
CREATE INDEX "NoticeReceipt_noticeId_householdId_idx" ON "NoticeReceipt"("noticeId", "householdId");

-- CreateIndex
CREATE INDEX "NoticeReceipt_personId_idx" ON "NoticeReceipt"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "NoticeReceipt_noticeId_personId_key" ON "NoticeReceipt"("noticeId", "personId");

-- CreateIndex
CREATE INDEX "NoticeAnswer_noticeId_idx" ON "NoticeAnswer"("noticeId");

-- CreateIndex
CREATE INDEX "NoticeTemplate_communityId_name_idx" ON "NoticeTemplate"("communityId", "name");

-- CreateIndex
CREATE INDEX "EmergencyPlan_communityId_kind_idx" ON "EmergencyPlan"("communityId", "kind");

-- CreateIndex
CREATE INDEX "Publication_communityId_idx" ON "Publication"("communityId");

-- CreateIndex
CREATE INDEX "CareContact_communityId_idx" ON "CareContact"("communityId");

-- CreateIndex
CREATE INDEX "CareContact_personId_idx" ON "CareContact"("personId");

-- CreateIndex
CREATE INDEX "CareCheck_contactId_askedAt_idx" ON "CareCheck"("contactId", "askedAt");

-- CreateIndex
CREATE INDEX "FeeList_communityId_idx" ON "FeeList"("communityId");

-- CreateIndex
CREATE INDEX "FeeItem_listId_idx" ON "FeeItem"("listId");

-- CreateIndex
CREATE UNIQUE INDEX "Questionnaire_communityId_number_key" ON "Questionnaire"("communityId", "number");

-- CreateIndex
CREATE INDEX "QuestionnaireSession_personId_idx" ON "QuestionnaireSession"("personId");

-- CreateIndex
CREATE INDEX "QuestionnaireResponse_questionnaireId_idx" ON "QuestionnaireResponse"("questionnaireId");

-- CreateIndex
CREATE INDEX "QuestionnaireResponse_personId_idx" ON "QuestionnaireResponse"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Consultation_communityId_number_key" ON "Consultation"("communityId", "number");

-- CreateIndex
CREATE INDEX "BallotEntry_consultationId_voter_idx" ON "BallotEntry"("consultationId", "voter");

-- CreateIndex
CREATE INDEX "BallotEntry_personId_idx" ON "BallotEntry"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Activity_communityId_number_key" ON "Activity"("communityId", "number");

-- CreateIndex
CREATE INDEX "SignUp_activityId_at_idx" ON "SignUp"("activityId", "at");

-- CreateIndex
CREATE INDEX "SignUp_personId_idx" ON "SignUp"("personId");

-- CreateIndex
CREATE INDEX "TicketPraise_personId_idx" ON "TicketPraise"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "FaqEntry_communityId_number_key" ON "FaqEntry"("communityId", "number");

-- CreateIndex
CREATE INDEX "Ticket_noticeId_idx" ON "Ticket"("noticeId");

-- CreateIndex
CREATE INDEX "SentMessage_pollId_idx" ON "SentMessage"("pollId");

-- AddForeignKey
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Notice"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutboxMessage" ADD CONSTRAINT "OutboxMessage_broadcastId_fkey" FOREIGN KEY ("broadcastId") REFERENCES "Broadcast"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Broadcast" ADD CONSTRAINT "Broadcast_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Broadcast" ADD CONSTRAINT "Broadcast_changesId_fkey" FOREIGN KEY ("changesId") REFERENCES "Broadcast"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BroadcastTarget" ADD CONSTRAINT "BroadcastTarget_broadcastId_fkey" FOREIGN KEY ("broadcastId") REFERENCES "Broadcast"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BroadcastTarget" ADD CONSTRAINT "BroadcastTarget_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BroadcastTarget" ADD CONSTRAINT "BroadcastTarget_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BroadcastTarget" ADD CONSTRAINT "BroadcastTarget_outboxId_fkey" FOREIGN KEY ("outboxId") REFERENCES "OutboxMessage"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Restraint" ADD CONSTRAINT "Restraint_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Restraint" ADD CONSTRAINT "Restraint_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_templateId_fkey" FOREIGN KEY ("templateId") REFERENCES "NoticeTemplate"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_planId_fkey" FOREIGN KEY ("planId") REFERENCES "EmergencyPlan"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeVersion" ADD CONSTRAINT "NoticeVersion_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Notice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeReceipt" ADD CONSTRAINT "NoticeReceipt_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Notice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeReceipt" ADD CONSTRAINT "NoticeReceipt_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeReceipt" ADD CONSTRAINT "NoticeReceipt_householdId_fkey" FOREIGN KEY ("householdId") REFERENCES "Household"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeAnswer" ADD CONSTRAINT "NoticeAnswer_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Notice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeTemplate" ADD CONSTRAINT "NoticeTemplate_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EmergencyPlan" ADD CONSTRAINT "EmergencyPlan_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CareContact" ADD CONSTRAINT "CareContact_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CareContact" ADD CONSTRAINT "CareContact_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CareCheck" ADD CONSTRAINT "CareCheck_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "CareContact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CareCheck" ADD CONSTRAINT "CareCheck_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeeList" ADD CONSTRAINT "FeeList_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeeItem" ADD CONSTRAINT "FeeItem_listId_fkey" FOREIGN KEY ("listId") REFERENCES "FeeList"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeeItem" ADD CONSTRAINT "FeeItem_householdId_fkey" FOREIGN KEY ("householdId") REFERENCES "Household"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Questionnaire" ADD CONSTRAINT "Questionnaire_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionnaireSession" ADD CONSTRAINT "QuestionnaireSession_questionnaireId_fkey" FOREIGN KEY ("questionnaireId") REFERENCES "Questionnaire"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionnaireSession" ADD CONSTRAINT "QuestionnaireSession_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionnaireParticipation" ADD CONSTRAINT "QuestionnaireParticipation_questionnaireId_fkey" FOREIGN KEY ("questionnaireId") REFERENCES "Questionnaire"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionnaireResponse" ADD CONSTRAINT "QuestionnaireResponse_questionnaireId_fkey" FOREIGN KEY ("questionnaireId") REFERENCES "Questionnaire"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionnaireResponse" ADD CONSTRAINT "QuestionnaireResponse_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consultation" ADD CONSTRAINT "Consultation_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BallotEntry" ADD CONSTRAINT "BallotEntry_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BallotEntry" ADD CONSTRAINT "BallotEntry_householdId_fkey" FOREIGN KEY ("householdId") REFERENCES "Household"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BallotEntry" ADD CONSTRAINT "BallotEntry_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_householdId_fkey" FOREIGN KEY ("householdId") REFERENCES "Household"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TicketPraise" ADD CONSTRAINT "TicketPraise_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TicketPraise" ADD CONSTRAINT "TicketPraise_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FaqEntry" ADD CONSTRAINT "FaqEntry_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FaqUse" ADD CONSTRAINT "FaqUse_faqId_fkey" FOREIGN KEY ("faqId") REFERENCES "FaqEntry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FaqUse" ADD CONSTRAINT "FaqUse_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;
