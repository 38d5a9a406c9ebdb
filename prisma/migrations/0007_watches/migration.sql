-- Watching: what people want to be told of, what they were told, and the messages that told it.

CREATE TABLE mailbox (
    user_id TEXT NOT NULL,
    amended_to BIGINT NOT NULL,
    stopped_at TIMESTAMPTZ(3),

    CONSTRAINT mailbox_pkey PRIMARY KEY (user_id)
);

CREATE TABLE watch (
    id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    item_id TEXT,
    name TEXT,
    filters JSONB,
    cadence TEXT NOT NULL,
    reviews BOOLEAN NOT NULL DEFAULT false,
    cursor BIGINT NOT NULL,
    told_at TIMESTAMPTZ(3) NOT NULL,
    created_at TIMESTAMPTZ(3) NOT NULL,
    stopped_at TIMESTAMPTZ(3),

    CONSTRAINT watch_pkey PRIMARY KEY (id)
);

CREATE TABLE message (
    id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    content JSONB NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting',
    written_at TIMESTAMPTZ(3) NOT NULL,
    due_at TIMESTAMPTZ(3) NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    claimed_by TEXT,
    claimed_at TIMESTAMPTZ(3),
    ended_at TIMESTAMPTZ(3),
    fault TEXT,

    CONSTRAINT message_pkey PRIMARY KEY (id)
);

CREATE TABLE told (
    user_id TEXT NOT NULL,
    event_id BIGINT NOT NULL,
    item_id TEXT NOT NULL,
    seq INTEGER,
    ordinal INTEGER,
    value JSONB NOT NULL,
    message_id TEXT,
    told_at TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT told_pkey PRIMARY KEY (user_id, event_id)
);

-- One item, one view, once a person.
CREATE UNIQUE INDEX watch_user_id_item_id_key ON watch (user_id, item_id);
CREATE UNIQUE INDEX watch_user_id_filters_key ON watch (user_id, filters);
CREATE INDEX watch_item_id_idx ON watch (item_id);
-- What is due is looked for every half minute.
CREATE INDEX watch_stopped_at_cadence_told_at_idx ON watch (stopped_at, cadence, told_at);
CREATE INDEX message_user_id_written_at_idx ON message (user_id, written_at);
CREATE INDEX message_state_due_at_idx ON message (state, due_at);
CREATE INDEX told_user_id_item_id_idx ON told (user_id, item_id);
CREATE INDEX told_message_id_idx ON told (message_id);

ALTER TABLE mailbox ADD CONSTRAINT mailbox_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE watch ADD CONSTRAINT watch_user_id_fkey FOREIGN KEY (user_id) REFERENCES mailbox(user_id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE watch ADD CONSTRAINT watch_item_id_fkey FOREIGN KEY (item_id) REFERENCES item(id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE message ADD CONSTRAINT message_user_id_fkey FOREIGN KEY (user_id) REFERENCES mailbox(user_id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE told ADD CONSTRAINT told_user_id_fkey FOREIGN KEY (user_id) REFERENCES mailbox(user_id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE told ADD CONSTRAINT told_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE told ADD CONSTRAINT told_item_id_fkey FOREIGN KEY (item_id) REFERENCES item(id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE told ADD CONSTRAINT told_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id) ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE watch
    ADD CONSTRAINT watch_of_one CHECK (num_nonnulls(item_id, filters) = 1 AND num_nonnulls(filters, name) <> 1),
    ADD CONSTRAINT watch_cadence_known CHECK (cadence IN ('daily', 'weekly', 'at-once')),
    ADD CONSTRAINT watch_filters_form CHECK (jsonb_typeof(filters) = 'object');
ALTER TABLE message
    ADD CONSTRAINT message_id_form CHECK (id ~ '^[0-9a-f]{32}$'),
    ADD CONSTRAINT message_kind_known CHECK (kind IN ('digest', 'correction')),
    ADD CONSTRAINT message_state_known CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'unsure', 'dropped')),
    ADD CONSTRAINT message_claimed CHECK (num_nonnulls(claimed_by, claimed_at) <> 1 AND (state <> 'sending' OR claimed_by IS NOT NULL)),
    ADD CONSTRAINT message_ended CHECK ((ended_at IS NULL) = (state IN ('waiting', 'sending')));
ALTER TABLE told ADD CONSTRAINT told_about_one CHECK (num_nonnulls(seq, ordinal) <= 1 AND jsonb_typeof(value) = 'object');

-- A message that left, or may have left, is never sent again: not by mistake either. Only the process that was sending it may still say how it ended.
CREATE FUNCTION check_message() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.id <> OLD.id OR NEW.user_id <> OLD.user_id OR NEW.content <> OLD.content THEN
        RAISE EXCEPTION 'message %: what was written stays', OLD.id USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.state <> OLD.state AND NOT (
        (OLD.state = 'waiting' AND NEW.state IN ('sending', 'dropped'))
        OR (OLD.state = 'sending' AND NEW.state IN ('waiting', 'sent', 'failed', 'unsure'))
        OR (OLD.state = 'unsure' AND NEW.state IN ('sent', 'failed'))) THEN
        RAISE EXCEPTION 'message %: % does not become %', OLD.id, OLD.state, NEW.state USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER message_goes_on BEFORE UPDATE ON message FOR EACH ROW EXECUTE FUNCTION check_message();
