-- When somebody was here last, and the views they keep; orders of the list by next date and by last look.

CREATE TABLE visit (
    user_id TEXT NOT NULL,
    last_token BIGINT NOT NULL,
    last_at TIMESTAMPTZ(3) NOT NULL,
    since_token BIGINT,
    since_at TIMESTAMPTZ(3),

    CONSTRAINT visit_pkey PRIMARY KEY (user_id)
);

CREATE TABLE saved_view (
    id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    name TEXT NOT NULL,
    path TEXT NOT NULL,
    search TEXT NOT NULL,
    created_at TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT saved_view_pkey PRIMARY KEY (id)
);

CREATE UNIQUE INDEX saved_view_user_id_name_key ON saved_view (user_id, name);
CREATE INDEX item_last_reviewed_position_id_idx ON item (last_reviewed, position, id);
-- The dates that milestones were moved to.
CREATE INDEX milestone_verdict_moved_to_latest_idx ON milestone_verdict (moved_to_latest);

ALTER TABLE visit
    ADD CONSTRAINT visit_tokens CHECK (last_token >= 0 AND since_token >= 0),
    ADD CONSTRAINT visit_since_whole CHECK ((since_token IS NULL) = (since_at IS NULL));

ALTER TABLE saved_view
    ADD CONSTRAINT saved_view_named CHECK (btrim(name) <> ''),
    ADD CONSTRAINT saved_view_path CHECK (path LIKE '/%' AND path NOT LIKE '//%');
