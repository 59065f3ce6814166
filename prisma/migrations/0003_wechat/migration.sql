-- CreateEnum
CREATE TYPE "AccountState" AS ENUM ('online', 'connecting', 'login_needed', 'offline');

-- AlterEnum
ALTER TYPE "DeadlineKind" ADD VALUE 'account_watch';

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "mergedIntoId" UUID;

-- AlterTable
ALTER TABLE "Identity" ADD COLUMN     "name" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Deadline" ADD COLUMN     "account" TEXT,
ADD COLUMN     "channel" TEXT;

-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "account" TEXT,
ADD COLUMN     "channel" TEXT;

-- AlterTable
-- Written by hand: what was sent before this column was kept is old, and must not be taken for what the office just read.
ALTER TABLE "SentMessage" ADD COLUMN     "choices" JSONB,
ADD COLUMN     "sentAt" TIMESTAMPTZ(3) NOT NULL DEFAULT '1970-01-01 00:00:00+00';
ALTER TABLE "SentMessage" ALTER COLUMN "sentAt" SET DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "ChannelAccount" ADD COLUMN     "aliveAt" TIMESTAMPTZ(3),
ADD COLUMN     "loginAskedAt" TIMESTAMPTZ(3),
ADD COLUMN     "name" TEXT,
ADD COLUMN     "state" "AccountState" NOT NULL DEFAULT 'online',
ADD COLUMN     "stateAt" TIMESTAMPTZ(3),
ADD COLUMN     "stateReason" TEXT,
ADD COLUMN     "stoppedAt" TIMESTAMPTZ(3),
ADD COLUMN     "stoppedById" UUID;

-- CreateTable
CREATE TABLE "ListeningGap" (
    "id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "fromAt" TIMESTAMPTZ(3) NOT NULL,
    "untilAt" TIMESTAMPTZ(3),
    "fetched" INTEGER NOT NULL DEFAULT 0,
    "complete" BOOLEAN NOT NULL DEFAULT false,
    "toldAt" TIMESTAMPTZ(3),
    "endToldAt" TIMESTAMPTZ(3),

    CONSTRAINT "ListeningGap_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JoinCode" (
    "codeHash" TEXT NOT NULL,
    "communityId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "conversationId" UUID,
    "claimedById" UUID,

    CONSTRAINT "JoinCode_pkey" PRIMARY KEY ("codeHash")
);

-- CreateTable
CREATE TABLE "WechatRoom" (
    "externalId" TEXT NOT NULL,
    "topic" TEXT NOT NULL DEFAULT '',
    "holder" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WechatRoom_pkey" PRIMARY KEY ("externalId")
);

-- CreateTable
CREATE TABLE "WechatSeat" (
    "account" TEXT NOT NULL,
    "puppetRoomId" TEXT NOT NULL,
    "roomExternalId" TEXT NOT NULL,
    "memberNames" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "sinceAt" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,
    "leftAt" TIMESTAMPTZ(3),

    CONSTRAINT "WechatSeat_pkey" PRIMARY KEY ("account","puppetRoomId")
);

-- CreateTable
CREATE TABLE "WechatContact" (
    "externalId" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "alias" TEXT NOT NULL DEFAULT '',
    "mayBe" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "ourAccount" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WechatContact_pkey" PRIMARY KEY ("externalId")
);

-- CreateTable
CREATE TABLE "WechatFace" (
    "account" TEXT NOT NULL,
    "puppetId" TEXT NOT NULL,
    "contactExternalId" TEXT NOT NULL,
    "rooms" JSONB NOT NULL DEFAULT '{}',
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WechatFace_pkey" PRIMARY KEY ("account","puppetId")
);

-- CreateTable
CREATE TABLE "WechatMessage" (
    "conversationExternalId" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "senderName" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "ours" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WechatMessage_pkey" PRIMARY KEY ("conversationExternalId","externalId")
);

-- CreateTable
CREATE TABLE "WechatFile" (
    "id" UUID NOT NULL,
    "mimeType" TEXT,
    "fileName" TEXT,
    "bytes" BYTEA,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WechatFile_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ListeningGap_channel_account_fromAt_idx" ON "ListeningGap"("channel", "account", "fromAt");

-- CreateIndex
CREATE INDEX "JoinCode_personId_idx" ON "JoinCode"("personId");

-- CreateIndex
CREATE INDEX "WechatRoom_topic_idx" ON "WechatRoom"("topic");

-- CreateIndex
CREATE INDEX "WechatSeat_puppetRoomId_idx" ON "WechatSeat"("puppetRoomId");

-- CreateIndex
CREATE INDEX "WechatSeat_roomExternalId_idx" ON "WechatSeat"("roomExternalId");

-- CreateIndex
CREATE INDEX "WechatContact_name_idx" ON "WechatContact"("name");

-- CreateIndex
CREATE INDEX "WechatContact_ourAccount_idx" ON "WechatContact"("ourAccount");

-- CreateIndex
CREATE INDEX "WechatFace_puppetId_idx" ON "WechatFace"("puppetId");

-- CreateIndex
CREATE INDEX "WechatFace_contactExternalId_idx" ON "WechatFace"("contactExternalId");

-- CreateIndex
CREATE INDEX "WechatFace_rooms_idx" ON "WechatFace" USING GIN ("rooms");

-- CreateIndex
CREATE INDEX "WechatMessage_conversationExternalId_at_idx" ON "WechatMessage"("conversationExternalId", "at");

-- CreateIndex
CREATE INDEX "WechatMessage_at_idx" ON "WechatMessage"("at");

-- CreateIndex
CREATE INDEX "Delivery_channel_account_at_idx" ON "Delivery"("channel", "account", "at");

-- CreateIndex
CREATE INDEX "SentMessage_conversationId_sentAt_idx" ON "SentMessage"("conversationId", "sentAt");

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deadline" ADD CONSTRAINT "Deadline_channel_account_fkey" FOREIGN KEY ("channel", "account") REFERENCES "ChannelAccount"("channel", "account") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ListeningGap" ADD CONSTRAINT "ListeningGap_channel_account_fkey" FOREIGN KEY ("channel", "account") REFERENCES "ChannelAccount"("channel", "account") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JoinCode" ADD CONSTRAINT "JoinCode_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JoinCode" ADD CONSTRAINT "JoinCode_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JoinCode" ADD CONSTRAINT "JoinCode_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JoinCode" ADD CONSTRAINT "JoinCode_claimedById_fkey" FOREIGN KEY ("claimedById") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WechatSeat" ADD CONSTRAINT "WechatSeat_roomExternalId_fkey" FOREIGN KEY ("roomExternalId") REFERENCES "WechatRoom"("externalId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WechatFace" ADD CONSTRAINT "WechatFace_contactExternalId_fkey" FOREIGN KEY ("contactExternalId") REFERENCES "WechatContact"("externalId") ON DELETE CASCADE ON UPDATE CASCADE;
