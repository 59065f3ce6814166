-- Written by hand: what schema.prisma cannot say. It changes no model.

-- The log of votes is only ever added to. Whose vote it was, and the words that came with it, may be forgotten after their time; pseudonym,
-- choice and hashes stay.
CREATE FUNCTION linli_ballots_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF ROW(NEW."consultationId", NEW.seq, NEW.voter, NEW.choice, NEW.amount, NEW."opinionHash", NEW.at, NEW."previousHash", NEW.hash)
      IS DISTINCT FROM
      ROW(OLD."consultationId", OLD.seq, OLD.voter, OLD.choice, OLD.amount, OLD."opinionHash", OLD.at, OLD."previousHash", OLD.hash)
    OR NEW.opinion IS DISTINCT FROM OLD.opinion
      AND (NEW.opinion IS NOT NULL OR current_setting('linli.erasing', true) IS DISTINCT FROM 'on')
    OR NEW."householdId" IS DISTINCT FROM OLD."householdId" AND NEW."householdId" IS NOT NULL THEN
    RAISE EXCEPTION 'a vote on record is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "BallotEntry_stays" BEFORE UPDATE ON "BallotEntry" FOR EACH ROW EXECUTE FUNCTION linli_ballots_stay();

-- What still has to be done about a notice, a questionnaire or the like.
CREATE INDEX "Deadline_of_subject" ON "Deadline" ("subjectId") WHERE "settledAt" IS NULL AND "subjectId" IS NOT NULL;
-- Whom a broadcast tells directly, for when two rows turn out to be one person.
CREATE INDEX "BroadcastTarget_of_person" ON "BroadcastTarget" ("personId") WHERE "personId" IS NOT NULL;
-- How much of a broadcast waits in the outbox, and which words told of something.
CREATE INDEX "OutboxMessage_of_broadcast" ON "OutboxMessage" ("broadcastId") WHERE state = 'pending' AND "broadcastId" IS NOT NULL;
CREATE INDEX "OutboxMessage_of_subject" ON "OutboxMessage" ("subjectId") WHERE "subjectId" IS NOT NULL;
CREATE TRIGGER "BallotEntry_only_added" BEFORE DELETE ON "BallotEntry" FOR EACH ROW EXECUTE FUNCTION linli_only_added();

-- The plan of a broadcast follows its words, however they end: sent, given up, dropped, or moved to another conversation. What was
-- merged stays so when its digest is out; a digest is a notice that belongs to no broadcast.
CREATE FUNCTION linli_targets_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "BroadcastTarget" SET reason = NEW.failure, "settledAt" = NEW."settledAt",
    state = CASE WHEN state = 'merged' AND NEW.state IN ('pending', 'sent') THEN 'merged'
      WHEN NEW.state = 'pending' THEN 'queued' ELSE NEW.state::text END::"TargetState"
  WHERE "outboxId" = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER "OutboxMessage_targets_follow" AFTER UPDATE OF state ON "OutboxMessage" FOR EACH ROW
  WHEN ((NEW."broadcastId" IS NOT NULL OR NEW.purpose = 'notice') AND OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION linli_targets_follow();

-- A flat from which nobody is known is told of a notice once.
CREATE UNIQUE INDEX "NoticeReceipt_of_flat" ON "NoticeReceipt" ("noticeId", "householdId") WHERE "personId" IS NULL;
