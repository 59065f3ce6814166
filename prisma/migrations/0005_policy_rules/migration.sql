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
