-- Editing: versions, verdicts on milestones, texts of sources, quotations, and the events that tell of them.

ALTER TABLE item ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE milestone ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE source ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE actor ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE disagreement ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE disagreement ADD COLUMN decided_at TIMESTAMPTZ(3);
ALTER TABLE disagreement_side ADD COLUMN recorded_at TIMESTAMPTZ(3);
ALTER TABLE office ADD COLUMN recorded_at TIMESTAMPTZ(3);
ALTER TABLE disagreement ALTER COLUMN position SET DEFAULT 1000000;
ALTER TABLE evidence ADD COLUMN quote JSONB;
ALTER TABLE event
    ADD COLUMN ordinal INTEGER,
    ADD COLUMN actor_id TEXT,
    ADD COLUMN disagreement_id TEXT;

CREATE TABLE milestone_verdict (
    item_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    number INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    moved_to TEXT,
    moved_to_earliest DATE,
    moved_to_latest DATE,
    entry_seq INTEGER,
    note TEXT,
    decided_on DATE NOT NULL,
    decided_by TEXT NOT NULL,
    recorded_at TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT milestone_verdict_pkey PRIMARY KEY (item_id,ordinal,number)
);

CREATE TABLE source_text (
    source_id TEXT NOT NULL,
    paragraphs TEXT[] NOT NULL,
    sha256 TEXT NOT NULL,
    added_by TEXT NOT NULL,
    added_at TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT source_text_pkey PRIMARY KEY (source_id)
);

-- A list of disagreements goes along this.
CREATE INDEX disagreement_position_id_idx ON disagreement(position, id);

ALTER TABLE milestone_verdict ADD CONSTRAINT milestone_verdict_item_id_ordinal_fkey FOREIGN KEY (item_id, ordinal) REFERENCES milestone(item_id, ordinal) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE milestone_verdict ADD CONSTRAINT milestone_verdict_item_id_entry_seq_fkey FOREIGN KEY (item_id, entry_seq) REFERENCES entry(item_id, seq) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE source_text ADD CONSTRAINT source_text_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id) ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE item ADD CONSTRAINT item_version_counted CHECK (version >= 1);
ALTER TABLE milestone ADD CONSTRAINT milestone_version_counted CHECK (version >= 1);
ALTER TABLE source ADD CONSTRAINT source_version_counted CHECK (version >= 1);
ALTER TABLE actor ADD CONSTRAINT actor_version_counted CHECK (version >= 1);
ALTER TABLE disagreement ADD CONSTRAINT disagreement_version_counted CHECK (version >= 1);

ALTER TABLE milestone_verdict
    ADD CONSTRAINT milestone_verdict_counted CHECK (number >= 1),
    ADD CONSTRAINT milestone_verdict_known CHECK (verdict IN ('met', 'missed', 'moved')),
    ADD CONSTRAINT milestone_verdict_moved CHECK ((verdict = 'moved') = (moved_to IS NOT NULL) AND (moved_to IS NULL) = (num_nonnulls(moved_to_earliest, moved_to_latest) = 0)),
    ADD CONSTRAINT milestone_verdict_bounds CHECK (moved_to_earliest <= moved_to_latest);

ALTER TABLE source_text
    ADD CONSTRAINT source_text_paragraphs_plain CHECK (cardinality(paragraphs) >= 1 AND is_plain_list(paragraphs)),
    ADD CONSTRAINT source_text_sha256_form CHECK (sha256 ~ '^[0-9a-f]{64}$');

ALTER TABLE evidence ADD CONSTRAINT evidence_quote_form CHECK (quote IS NULL OR (jsonb_typeof(quote) = 'object' AND quote ?& '{type,exact,prefix,suffix}' AND quote - '{type,exact,prefix,suffix}'::text[] = '{}' AND quote->>'type' = 'TextQuoteSelector' AND length(quote->>'exact') BETWEEN 1 AND 280));

-- A verdict that was replaced stays.
CREATE TRIGGER milestone_verdict_stays BEFORE UPDATE OR DELETE ON milestone_verdict FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER milestone_verdict_stays_whole BEFORE TRUNCATE ON milestone_verdict FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE event DROP CONSTRAINT event_type_known, DROP CONSTRAINT event_subject;
ALTER TABLE event
    ADD CONSTRAINT event_type_known CHECK (type IN ('item.opened', 'item.edited', 'entry.recorded', 'milestone.edited', 'source.added', 'source.edited',
        'actor.added', 'actor.edited', 'disagreement.added', 'disagreement.edited')),
    ADD CONSTRAINT event_subject CHECK (CASE
        WHEN type IN ('item.opened', 'item.edited') THEN item_id IS NOT NULL AND num_nonnulls(seq, ordinal, source_id, actor_id, disagreement_id) = 0
        WHEN type = 'entry.recorded' THEN num_nonnulls(item_id, seq) = 2 AND num_nonnulls(ordinal, source_id, actor_id, disagreement_id) = 0
        WHEN type = 'milestone.edited' THEN num_nonnulls(item_id, ordinal) = 2 AND num_nonnulls(seq, source_id, actor_id, disagreement_id) = 0
        WHEN type IN ('source.added', 'source.edited') THEN source_id IS NOT NULL AND num_nonnulls(item_id, seq, ordinal, actor_id, disagreement_id) = 0
        WHEN type IN ('actor.added', 'actor.edited') THEN actor_id IS NOT NULL AND num_nonnulls(item_id, seq, ordinal, source_id, disagreement_id) = 0
        ELSE disagreement_id IS NOT NULL AND num_nonnulls(item_id, seq, ordinal, source_id, actor_id) = 0 END);
