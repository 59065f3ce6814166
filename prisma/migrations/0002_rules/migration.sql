-- Written by hand: what schema.prisma cannot say. It changes no model.

-- What happened is only ever added to (P4, P9b). Erasing after the time of keeping, or at a person's request, says so
-- first, within its transaction: SET LOCAL linli.erasing = 'on';
CREATE FUNCTION linli_only_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('linli.erasing', true) = 'on' THEN
    RETURN COALESCE(NEW, OLD);
  END IF;
  RAISE EXCEPTION 'rows of "%" are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER "TicketEvent_only_added" BEFORE UPDATE OR DELETE ON "TicketEvent"
  FOR EACH ROW EXECUTE FUNCTION linli_only_added();
CREATE TRIGGER "AuditEntry_only_added" BEFORE UPDATE OR DELETE ON "AuditEntry"
  FOR EACH ROW EXECUTE FUNCTION linli_only_added();

-- Most rows of these tables are done with; what is still to do is found without reading past them.
CREATE INDEX "InboundEvent_to_handle" ON "InboundEvent" ("conversationId", "id") WHERE "handledAt" IS NULL;
CREATE INDEX "OutboxMessage_to_send" ON "OutboxMessage" ("conversationId", "priority", "seq") WHERE "state" = 'pending';
CREATE INDEX "Deadline_open" ON "Deadline" ("dueAt") WHERE "settledAt" IS NULL;

-- A limit rings once for each of its moments, however often it is computed.
CREATE UNIQUE INDEX "Deadline_once_per_limit" ON "Deadline" ("limitId", "kind", "dueAt") WHERE "limitId" IS NOT NULL;
