-- Written by hand: what schema.prisma cannot say. It changes no model.

-- Versions from before there were proposals were in force from their date on.
UPDATE "PolicyVersion" SET "approvedAt" = "takesEffectAt", "proposedAt" = "takesEffectAt";

-- What a version says, and from when on, is never edited: another version takes its place.
CREATE FUNCTION linli_version_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF ROW(NEW."communityId", NEW.version, NEW.data, NEW."takesEffectAt", NEW."proposedByName", NEW."proposedAt", NEW.reason)
      IS DISTINCT FROM
      ROW(OLD."communityId", OLD.version, OLD.data, OLD."takesEffectAt", OLD."proposedByName", OLD."proposedAt", OLD.reason)
    OR OLD."approvedAt" IS NOT NULL AND
      ROW(NEW."approvedAt", NEW."approvedByName", NEW."movesRunning") IS DISTINCT FROM
      ROW(OLD."approvedAt", OLD."approvedByName", OLD."movesRunning") THEN
    RAISE EXCEPTION 'a policy version is never edited' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "PolicyVersion_stays" BEFORE UPDATE ON "PolicyVersion" FOR EACH ROW EXECUTE FUNCTION linli_version_stays();

-- A rung of a limit is unique by its name now; several may be due at one instant.
DROP INDEX "Deadline_once_per_limit";

-- The sweep reads what is due and was not rung for, and never what is open and not yet due, however much of it there is.
DROP INDEX "Deadline_open";
CREATE INDEX "Deadline_to_ring" ON "Deadline" ("dueAt") WHERE "settledAt" IS NULL AND "rungAt" IS NULL;
CREATE INDEX "Deadline_rung" ON "Deadline" ("dueAt") WHERE "settledAt" IS NULL AND "rungAt" IS NOT NULL;

-- Reminders are for whoever is in charge, also when that is somebody else than when they were planned (P6b).
CREATE FUNCTION linli_reminders_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Deadline" SET "personId" = NEW."assigneeId"
    WHERE "ticketId" = NEW.id AND kind = 'remind' AND ("settledAt" IS NULL OR outcome = 'paused');
  RETURN NEW;
END $$;
CREATE TRIGGER "Ticket_reminders_follow" AFTER UPDATE OF "assigneeId" ON "Ticket" FOR EACH ROW
  WHEN (NEW."assigneeId" IS DISTINCT FROM OLD."assigneeId") EXECUTE FUNCTION linli_reminders_follow();

UPDATE "Deadline" d SET "personId" = t."assigneeId" FROM "Ticket" t
  WHERE t.id = d."ticketId" AND d.kind = 'remind' AND d."settledAt" IS NULL;

-- What a person is still to be reminded of, and of what they were lately: for digests.
CREATE INDEX "Deadline_reminders_to_say" ON "Deadline" ("personId", "dueAt") WHERE kind = 'remind' AND "settledAt" IS NULL;
CREATE INDEX "Deadline_reminders_said" ON "Deadline" ("personId", "settledAt") WHERE kind = 'remind' AND "settledAt" IS NOT NULL;

-- The looks that a community is waiting for: there is one, whatever else is open (core/health/ensure.ts).
CREATE INDEX "Deadline_of_community" ON "Deadline" ("communityId") WHERE "settledAt" IS NULL AND "communityId" IS NOT NULL;
-- What could not be delivered lately, by conversation (core/health/groups.ts).
CREATE INDEX "OutboxMessage_failed" ON "OutboxMessage" ("conversationId", "settledAt") WHERE "state" = 'failed';

-- What is kept, and will have to be made anonymous one day: found without reading what already is (core/archive).
CREATE INDEX "Ticket_to_anonymise" ON "Ticket" ("communityId", "closedAt")
  WHERE "closedAt" IS NOT NULL AND NOT jsonb_exists(explanation, 'anonymisedAt');
CREATE INDEX "Message_to_erase" ON "Message" ("conversationId", "sentAt") WHERE "personId" IS NOT NULL OR text <> '';
CREATE INDEX "OutboxMessage_to_erase" ON "OutboxMessage" ("conversationId", "createdAt")
  WHERE "ticketId" IS NULL AND content <> '{"text": ""}';
CREATE INDEX "InboundEvent_given_up" ON "InboundEvent" ("conversationId", "recordedAt") WHERE fault IS NOT NULL;

-- Whoever tells of a ticket tells of those that were merged into it, too: few are, and they are found without reading all tickets.
CREATE INDEX "Ticket_merged_into" ON "Ticket" ("mergedIntoId") WHERE "mergedIntoId" IS NOT NULL;
