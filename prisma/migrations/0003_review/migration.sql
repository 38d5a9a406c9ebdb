-- Who wrote what; entries that wait for a second person; what is typed and not yet recorded.

CREATE TABLE audit (
    id BIGSERIAL NOT NULL,
    at TIMESTAMPTZ(3) NOT NULL,
    who TEXT,
    who_name TEXT,
    act TEXT NOT NULL,
    subject_type TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    address TEXT,
    request_id TEXT,
    before JSONB,
    after JSONB,

    CONSTRAINT audit_pkey PRIMARY KEY (id)
);

CREATE TABLE proposal (
    id TEXT NOT NULL,
    item_id TEXT NOT NULL,
    command JSONB NOT NULL,
    author TEXT NOT NULL,
    proposed_at TIMESTAMPTZ(3) NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting',
    decided_by TEXT,
    decided_at TIMESTAMPTZ(3),
    reason TEXT,
    entry_seq INTEGER,

    CONSTRAINT proposal_pkey PRIMARY KEY (id)
);

CREATE TABLE draft (
    user_id TEXT NOT NULL,
    place TEXT NOT NULL,
    content JSON NOT NULL,
    saved_at TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT draft_pkey PRIMARY KEY (user_id, place)
);

-- One for each way to ask, all read backwards: newest first.
CREATE INDEX audit_at_id_idx ON audit (at, id);
CREATE INDEX audit_who_at_id_idx ON audit (who, at, id);
CREATE INDEX audit_act_at_id_idx ON audit (act, at, id);
CREATE INDEX audit_subject_type_at_id_idx ON audit (subject_type, at, id);
CREATE INDEX audit_subject_id_subject_type_at_id_idx ON audit (subject_id, subject_type, at, id);
CREATE INDEX proposal_state_proposed_at_id_idx ON proposal (state, proposed_at, id);
CREATE INDEX proposal_item_id_state_proposed_at_id_idx ON proposal (item_id, state, proposed_at, id);
CREATE INDEX proposal_decided_at_id_idx ON proposal (decided_at, id);
CREATE UNIQUE INDEX proposal_item_id_entry_seq_key ON proposal (item_id, entry_seq);

ALTER TABLE proposal ADD CONSTRAINT proposal_item_id_fkey FOREIGN KEY (item_id) REFERENCES item(id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE proposal ADD CONSTRAINT proposal_item_id_entry_seq_fkey FOREIGN KEY (item_id, entry_seq) REFERENCES entry(item_id, seq) ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE audit
    ADD CONSTRAINT audit_who_named CHECK ((who IS NULL) = (who_name IS NULL)),
    ADD CONSTRAINT audit_words CHECK (act <> '' AND subject_type <> '' AND subject_id <> ''),
    ADD CONSTRAINT audit_fields_named CHECK (jsonb_typeof(before) = 'object' AND jsonb_typeof(after) = 'object');

CREATE TRIGGER audit_stays BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_stays_whole BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE proposal
    ADD CONSTRAINT proposal_id_form CHECK (id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'),
    ADD CONSTRAINT proposal_of_item CHECK (jsonb_typeof(command) = 'object' AND coalesce(command ->> 'itemId' = item_id, false)),
    ADD CONSTRAINT proposal_state_known CHECK (state IN ('waiting', 'approved', 'refused', 'withdrawn')),
    ADD CONSTRAINT proposal_decision_whole CHECK (num_nonnulls(decided_by, decided_at) = CASE WHEN state = 'waiting' THEN 0 ELSE 2 END),
    ADD CONSTRAINT proposal_decided_in_order CHECK (decided_at >= proposed_at),
    ADD CONSTRAINT proposal_by_two CHECK (CASE state WHEN 'withdrawn' THEN decided_by = author WHEN 'waiting' THEN true ELSE decided_by <> author END),
    ADD CONSTRAINT proposal_reason_of_refusal CHECK ((reason IS NOT NULL) = (state = 'refused')),
    ADD CONSTRAINT proposal_entry_of_approval CHECK ((entry_seq IS NOT NULL) = (state = 'approved'));

-- What was proposed stays as it was, a decision is final, and an approved entry names the two who stand for it.
CREATE FUNCTION check_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state <> 'waiting' OR NEW.id <> OLD.id OR NEW.item_id <> OLD.item_id OR NEW.command <> OLD.command
        OR NEW.author <> OLD.author OR NEW.proposed_at <> OLD.proposed_at THEN
        RAISE EXCEPTION 'proposal %: only a waiting one is decided, and nothing else about it changes', OLD.id USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.state = 'approved' AND NOT EXISTS (SELECT FROM entry WHERE item_id = NEW.item_id AND seq = NEW.entry_seq
        AND author = NEW.author AND approver = NEW.decided_by) THEN
        RAISE EXCEPTION 'proposal %: entry % is not by its author and its approver', OLD.id, NEW.entry_seq USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION check_proposed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state <> 'waiting' THEN
        RAISE EXCEPTION 'proposal %: waits before it is decided', NEW.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER proposal_waits_first BEFORE INSERT ON proposal FOR EACH ROW EXECUTE FUNCTION check_proposed();
CREATE TRIGGER proposal_is_decided_once BEFORE UPDATE ON proposal FOR EACH ROW EXECUTE FUNCTION check_decision();
CREATE TRIGGER proposal_stays BEFORE DELETE ON proposal FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER proposal_stays_whole BEFORE TRUNCATE ON proposal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE draft ADD CONSTRAINT draft_place_form CHECK (place ~ '^[a-z0-9][a-z0-9:._-]*$' AND length(place) <= 300);
