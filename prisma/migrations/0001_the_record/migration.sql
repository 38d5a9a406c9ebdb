-- The record: tables, the ways into them, and the laws that the database keeps by itself.

CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE item (
    id TEXT NOT NULL,
    position INTEGER NOT NULL DEFAULT 1000000,
    title TEXT NOT NULL,
    question TEXT NOT NULL,
    resolution_criteria TEXT NOT NULL,
    status_subject TEXT NOT NULL,
    owner_side TEXT,
    opened TEXT,
    opened_latest DATE,
    why_open TEXT,
    main BOOLEAN NOT NULL DEFAULT false,
    tags TEXT[] NOT NULL DEFAULT '{}',
    review_every_days INTEGER NOT NULL DEFAULT 180,
    recorded_at TIMESTAMPTZ(3) NOT NULL,
    head INTEGER NOT NULL DEFAULT 0,
    head_hash TEXT,
    status TEXT,
    phase TEXT,
    entry_seq INTEGER,
    since TEXT,
    since_day DATE,
    alternatives TEXT[] NOT NULL DEFAULT '{}',
    next JSONB,
    origins INTEGER NOT NULL DEFAULT 0,
    last_reviewed DATE,
    reading_from DATE,
    reading_until DATE,

    CONSTRAINT item_pkey PRIMARY KEY (id)
);

CREATE TABLE item_party (
    item_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    actor_id TEXT NOT NULL,

    CONSTRAINT item_party_pkey PRIMARY KEY (item_id,ordinal)
);

CREATE TABLE item_link (
    item_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    type TEXT NOT NULL,
    to_item_id TEXT NOT NULL,

    CONSTRAINT item_link_pkey PRIMARY KEY (item_id,ordinal)
);

CREATE TABLE milestone (
    item_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    date TEXT NOT NULL,
    earliest DATE,
    latest DATE,
    kind TEXT NOT NULL,
    what TEXT NOT NULL,
    entry_seq INTEGER,
    recorded_at TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT milestone_pkey PRIMARY KEY (item_id,ordinal)
);

CREATE TABLE milestone_entry (
    item_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    seq INTEGER NOT NULL,

    CONSTRAINT milestone_entry_pkey PRIMARY KEY (item_id,ordinal,seq)
);

CREATE TABLE entry (
    item_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    kind TEXT NOT NULL,
    status TEXT,
    effective TEXT,
    effective_earliest DATE,
    effective_latest DATE,
    reported TEXT,
    reported_earliest DATE,
    reported_latest DATE,
    summary TEXT,
    answer TEXT,
    reason TEXT,
    no_evidence TEXT,
    looked_on DATE,
    note TEXT,
    corrects INTEGER,
    retracts INTEGER,
    ref TEXT,
    background BOOLEAN,
    effective_basis TEXT,
    recorded TIMESTAMPTZ(3) NOT NULL,
    author TEXT NOT NULL,
    approver TEXT,
    v SMALLINT NOT NULL,
    previous_hash TEXT,
    hash TEXT NOT NULL,

    CONSTRAINT entry_pkey PRIMARY KEY (item_id,seq)
);

CREATE TABLE evidence (
    item_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    source_id TEXT NOT NULL,
    paragraphs INTEGER[] NOT NULL,
    stance TEXT NOT NULL,
    credibility SMALLINT NOT NULL,
    says TEXT NOT NULL,
    origins TEXT[] NOT NULL,
    keywords TEXT[] NOT NULL,

    CONSTRAINT evidence_pkey PRIMARY KEY (item_id,seq,ordinal)
);

CREATE TABLE entry_known (
    item_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    known_on DATE NOT NULL,
    effective_earliest DATE,
    effective_latest DATE,
    recorded TIMESTAMPTZ(3) NOT NULL,
    retracted BOOLEAN NOT NULL,

    CONSTRAINT entry_known_pkey PRIMARY KEY (item_id,seq)
);

CREATE TABLE reading_span (
    id BIGSERIAL NOT NULL,
    item_id TEXT NOT NULL,
    basis TEXT NOT NULL,
    known tstzrange NOT NULL,
    valid daterange NOT NULL,
    status TEXT,
    phase TEXT,
    entry_seq INTEGER,
    since TEXT,
    since_day DATE,
    alternatives TEXT[] NOT NULL,
    next JSONB,
    origins INTEGER NOT NULL,

    CONSTRAINT reading_span_pkey PRIMARY KEY (id)
);

CREATE TABLE review_step (
    id BIGSERIAL NOT NULL,
    item_id TEXT NOT NULL,
    basis TEXT NOT NULL,
    known tstzrange NOT NULL,
    last_reviewed DATE NOT NULL,

    CONSTRAINT review_step_pkey PRIMARY KEY (id)
);

CREATE TABLE news_day (
    basis TEXT NOT NULL,
    day DATE NOT NULL,
    entries INTEGER NOT NULL,

    CONSTRAINT news_day_pkey PRIMARY KEY (basis,day)
);

CREATE TABLE source (
    id TEXT NOT NULL,
    position INTEGER NOT NULL DEFAULT 2000000,
    role TEXT NOT NULL,
    title TEXT NOT NULL,
    publisher TEXT NOT NULL,
    author TEXT,
    language TEXT NOT NULL,
    published TEXT NOT NULL,
    published_earliest DATE,
    published_latest DATE NOT NULL,
    kind TEXT,
    reliability TEXT NOT NULL,
    reliability_reason TEXT,
    url TEXT,
    paragraph_count INTEGER,
    origin TEXT NOT NULL,
    notes JSONB NOT NULL DEFAULT '{}',
    recorded_at TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT source_pkey PRIMARY KEY (id)
);

CREATE TABLE lineage (
    source_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    paragraphs INTEGER[] NOT NULL,
    derived_from TEXT NOT NULL,
    manner TEXT NOT NULL,
    attributed TEXT NOT NULL,
    basis TEXT NOT NULL,
    note TEXT,

    CONSTRAINT lineage_pkey PRIMARY KEY (source_id,ordinal)
);

CREATE TABLE dropped_passage (
    source_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    from_source_id TEXT NOT NULL,
    paragraphs INTEGER[] NOT NULL,
    note TEXT,

    CONSTRAINT dropped_passage_pkey PRIMARY KEY (source_id,ordinal)
);

CREATE TABLE statement (
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    origin TEXT NOT NULL,
    what TEXT NOT NULL,
    recorded_at TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT statement_pkey PRIMARY KEY (id)
);

CREATE TABLE statement_passage (
    statement_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    source_id TEXT NOT NULL,
    paragraphs INTEGER[] NOT NULL,

    CONSTRAINT statement_passage_pkey PRIMARY KEY (statement_id,ordinal)
);

CREATE TABLE actor (
    id TEXT NOT NULL,
    position INTEGER NOT NULL DEFAULT 1000000,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    state TEXT,
    also TEXT[] NOT NULL DEFAULT '{}',
    recorded_at TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT actor_pkey PRIMARY KEY (id)
);

CREATE TABLE office (
    actor_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    office TEXT NOT NULL,
    organisation TEXT,
    state TEXT,
    attested TEXT NOT NULL,
    attested_earliest DATE,
    attested_latest DATE,
    note TEXT,

    CONSTRAINT office_pkey PRIMARY KEY (actor_id,ordinal)
);

CREATE TABLE actor_seen (
    actor_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    source_id TEXT NOT NULL,
    paragraphs INTEGER[] NOT NULL,
    keywords TEXT[] NOT NULL,

    CONSTRAINT actor_seen_pkey PRIMARY KEY (actor_id,ordinal)
);

CREATE TABLE disagreement (
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    type TEXT NOT NULL,
    summary TEXT NOT NULL,
    verdict TEXT,
    assessment TEXT,
    recorded_at TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT disagreement_pkey PRIMARY KEY (id)
);

CREATE TABLE disagreement_item (
    disagreement_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    item_id TEXT NOT NULL,

    CONSTRAINT disagreement_item_pkey PRIMARY KEY (disagreement_id,ordinal)
);

CREATE TABLE disagreement_side (
    disagreement_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    claim TEXT NOT NULL,

    CONSTRAINT disagreement_side_pkey PRIMARY KEY (disagreement_id,ordinal)
);

CREATE TABLE disagreement_citation (
    disagreement_id TEXT NOT NULL,
    side INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    source_id TEXT NOT NULL,
    paragraphs INTEGER[] NOT NULL,
    says TEXT NOT NULL,
    keywords TEXT[] NOT NULL,

    CONSTRAINT disagreement_citation_pkey PRIMARY KEY (disagreement_id,side,ordinal)
);

CREATE TABLE disagreement_outside (
    disagreement_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    source_id TEXT NOT NULL,
    says TEXT NOT NULL,
    origins TEXT[] NOT NULL,

    CONSTRAINT disagreement_outside_pkey PRIMARY KEY (disagreement_id,ordinal)
);

CREATE TABLE scenario_set (
    item_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    opened_on TEXT NOT NULL,
    deadline TEXT NOT NULL,
    deadline_note TEXT,
    resolved_as TEXT,
    resolved_on TEXT,
    resolved_on_latest DATE,
    resolution_note TEXT,
    recorded_at TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT scenario_set_pkey PRIMARY KEY (item_id)
);

CREATE TABLE scenario (
    item_id TEXT NOT NULL,
    id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    title TEXT NOT NULL,
    outcome TEXT NOT NULL,
    criteria TEXT NOT NULL,

    CONSTRAINT scenario_pkey PRIMARY KEY (item_id,id)
);

CREATE TABLE scenario_indicator (
    item_id TEXT NOT NULL,
    scenario_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    text TEXT NOT NULL,

    CONSTRAINT scenario_indicator_pkey PRIMARY KEY (item_id,scenario_id,number)
);

CREATE TABLE scenario_view (
    item_id TEXT NOT NULL,
    scenario_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    actor_id TEXT,
    source_id TEXT,
    leaning TEXT NOT NULL,
    says TEXT NOT NULL,

    CONSTRAINT scenario_view_pkey PRIMARY KEY (item_id,scenario_id,ordinal)
);

CREATE TABLE view_citation (
    item_id TEXT NOT NULL,
    scenario_id TEXT NOT NULL,
    view INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    source_id TEXT NOT NULL,
    paragraphs INTEGER[] NOT NULL,
    keywords TEXT[] NOT NULL,

    CONSTRAINT view_citation_pkey PRIMARY KEY (item_id,scenario_id,view,ordinal)
);

CREATE TABLE resolution_entry (
    set_item_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    item_id TEXT NOT NULL,
    seq INTEGER NOT NULL,

    CONSTRAINT resolution_entry_pkey PRIMARY KEY (set_item_id,ordinal)
);

CREATE TABLE event (
    id BIGSERIAL NOT NULL,
    type TEXT NOT NULL,
    item_id TEXT,
    seq INTEGER,
    source_id TEXT,
    at TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT event_pkey PRIMARY KEY (id)
);

CREATE TABLE "user" (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    image TEXT,
    role TEXT,
    banned BOOLEAN,
    "banReason" TEXT,
    "banExpires" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT user_pkey PRIMARY KEY (id)
);

CREATE TABLE session (
    id TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    token TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "userId" TEXT NOT NULL,
    "impersonatedBy" TEXT,

    CONSTRAINT session_pkey PRIMARY KEY (id)
);

CREATE TABLE account (
    id TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMPTZ(3),
    "refreshTokenExpiresAt" TIMESTAMPTZ(3),
    scope TEXT,
    password TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT account_pkey PRIMARY KEY (id)
);

CREATE TABLE verification (
    id TEXT NOT NULL,
    identifier TEXT NOT NULL,
    value TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT verification_pkey PRIMARY KEY (id)
);

CREATE TABLE apikey (
    id TEXT NOT NULL,
    "configId" TEXT NOT NULL DEFAULT 'default',
    name TEXT,
    start TEXT,
    "referenceId" TEXT NOT NULL,
    prefix TEXT,
    key TEXT NOT NULL,
    "refillInterval" INTEGER,
    "refillAmount" INTEGER,
    "lastRefillAt" TIMESTAMPTZ(3),
    enabled BOOLEAN DEFAULT true,
    "rateLimitEnabled" BOOLEAN DEFAULT true,
    "rateLimitTimeWindow" INTEGER,
    "rateLimitMax" INTEGER,
    "requestCount" INTEGER DEFAULT 0,
    remaining INTEGER,
    "lastRequest" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    permissions TEXT,
    metadata TEXT,

    CONSTRAINT apikey_pkey PRIMARY KEY (id)
);

-- Ways into the tables.
CREATE INDEX item_position_id_idx ON item(position, id);
CREATE INDEX item_status_position_id_idx ON item(status, position, id);
CREATE INDEX item_phase_position_id_idx ON item(phase, position, id);
CREATE INDEX item_owner_side_position_id_idx ON item(owner_side, position, id);
CREATE INDEX item_title_id_idx ON item(title, id);
CREATE INDEX item_since_day_position_id_idx ON item(since_day DESC, position, id);
CREATE INDEX item_reading_from_idx ON item(reading_from);
CREATE INDEX item_reading_until_idx ON item(reading_until);
CREATE INDEX item_tags_idx ON item USING GIN (tags);
CREATE INDEX item_words_idx ON item USING GIN (title gin_trgm_ops, question gin_trgm_ops);
CREATE INDEX item_party_actor_id_item_id_idx ON item_party(actor_id, item_id);
CREATE UNIQUE INDEX item_party_item_id_actor_id_key ON item_party(item_id, actor_id);
CREATE INDEX item_link_to_item_id_item_id_idx ON item_link(to_item_id, item_id);
CREATE UNIQUE INDEX item_link_item_id_type_to_item_id_key ON item_link(item_id, type, to_item_id);
CREATE INDEX milestone_earliest_item_id_ordinal_idx ON milestone(earliest, item_id, ordinal);
CREATE INDEX milestone_latest_idx ON milestone(latest);
CREATE UNIQUE INDEX milestone_item_id_date_kind_what_key ON milestone(item_id, date, kind, what);
CREATE UNIQUE INDEX entry_ref_key ON entry(ref);
CREATE INDEX entry_item_id_corrects_idx ON entry(item_id, corrects);
CREATE INDEX entry_recorded_item_id_seq_idx ON entry(recorded, item_id, seq);
CREATE UNIQUE INDEX entry_item_id_retracts_key ON entry(item_id, retracts);
CREATE INDEX evidence_source_id_item_id_seq_idx ON evidence(source_id, item_id, seq);
CREATE INDEX entry_known_item_id_known_on_idx ON entry_known(item_id, known_on);
CREATE INDEX entry_known_known_on_item_id_seq_idx ON entry_known(known_on, item_id, seq);
CREATE INDEX reading_span_point_idx ON reading_span USING GIST (basis gist_text_ops, known range_ops, valid range_ops) INCLUDE (item_id, id, phase, status);
CREATE INDEX review_step_point_idx ON review_step USING GIST (basis gist_text_ops, known range_ops);
CREATE INDEX review_step_last_idx ON review_step(item_id, basis, lower(known));
CREATE UNIQUE INDEX source_url_key ON source(url);
CREATE INDEX source_position_published_latest_id_idx ON source(position, published_latest DESC, id);
CREATE INDEX source_published_latest_idx ON source(published_latest);
CREATE INDEX lineage_derived_from_idx ON lineage(derived_from);
CREATE INDEX dropped_passage_from_source_id_idx ON dropped_passage(from_source_id);
CREATE INDEX statement_passage_source_id_idx ON statement_passage(source_id);
CREATE INDEX actor_position_id_idx ON actor(position, id);
CREATE INDEX actor_seen_source_id_idx ON actor_seen(source_id);
CREATE INDEX disagreement_item_item_id_idx ON disagreement_item(item_id);
CREATE INDEX disagreement_citation_source_id_idx ON disagreement_citation(source_id);
CREATE INDEX disagreement_outside_source_id_idx ON disagreement_outside(source_id);
CREATE UNIQUE INDEX scenario_id_key ON scenario(id);
CREATE UNIQUE INDEX scenario_item_id_ordinal_key ON scenario(item_id, ordinal);
CREATE INDEX scenario_view_actor_id_idx ON scenario_view(actor_id);
CREATE INDEX view_citation_source_id_idx ON view_citation(source_id);
CREATE INDEX resolution_entry_item_id_seq_idx ON resolution_entry(item_id, seq);
CREATE UNIQUE INDEX user_email_key ON "user"(email);
CREATE UNIQUE INDEX session_token_key ON session(token);
CREATE INDEX "session_userId_idx" ON session("userId");
CREATE INDEX "account_userId_idx" ON account("userId");
CREATE INDEX verification_identifier_idx ON verification(identifier);
CREATE INDEX "apikey_configId_idx" ON apikey("configId");
CREATE INDEX "apikey_referenceId_idx" ON apikey("referenceId");
CREATE INDEX apikey_key_idx ON apikey(key);

-- Nothing that is referred to goes away.
ALTER TABLE item_party ADD CONSTRAINT item_party_item_id_fkey FOREIGN KEY (item_id) REFERENCES item(id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE item_party ADD CONSTRAINT item_party_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actor(id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE item_link ADD CONSTRAINT item_link_item_id_fkey FOREIGN KEY (item_id) REFERENCES item(id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE item_link ADD CONSTRAINT item_link_to_item_id_fkey FOREIGN KEY (to_item_id) REFERENCES item(id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE milestone ADD CONSTRAINT milestone_item_id_fkey FOREIGN KEY (item_id) REFERENCES item(id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE milestone ADD CONSTRAINT milestone_item_id_entry_seq_fkey FOREIGN KEY (item_id, entry_seq) REFERENCES entry(item_id, seq) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE milestone_entry ADD CONSTRAINT milestone_entry_item_id_ordinal_fkey FOREIGN KEY (item_id, ordinal) REFERENCES milestone(item_id, ordinal) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE milestone_entry ADD CONSTRAINT milestone_entry_item_id_seq_fkey FOREIGN KEY (item_id, seq) REFERENCES entry(item_id, seq) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE entry ADD CONSTRAINT entry_item_id_fkey FOREIGN KEY (item_id) REFERENCES item(id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE entry ADD CONSTRAINT entry_item_id_corrects_fkey FOREIGN KEY (item_id, corrects) REFERENCES entry(item_id, seq) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE entry ADD CONSTRAINT entry_item_id_retracts_fkey FOREIGN KEY (item_id, retracts) REFERENCES entry(item_id, seq) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE evidence ADD CONSTRAINT evidence_item_id_seq_fkey FOREIGN KEY (item_id, seq) REFERENCES entry(item_id, seq) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE evidence ADD CONSTRAINT evidence_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE entry_known ADD CONSTRAINT entry_known_item_id_fkey FOREIGN KEY (item_id) REFERENCES item(id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE entry_known ADD CONSTRAINT entry_known_item_id_seq_fkey FOREIGN KEY (item_id, seq) REFERENCES entry(item_id, seq) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE reading_span ADD CONSTRAINT reading_span_item_id_fkey FOREIGN KEY (item_id) REFERENCES item(id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE review_step ADD CONSTRAINT review_step_item_id_fkey FOREIGN KEY (item_id) REFERENCES item(id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE lineage ADD CONSTRAINT lineage_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE lineage ADD CONSTRAINT lineage_derived_from_fkey FOREIGN KEY (derived_from) REFERENCES source(id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE dropped_passage ADD CONSTRAINT dropped_passage_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE dropped_passage ADD CONSTRAINT dropped_passage_from_source_id_fkey FOREIGN KEY (from_source_id) REFERENCES source(id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE statement_passage ADD CONSTRAINT statement_passage_statement_id_fkey FOREIGN KEY (statement_id) REFERENCES statement(id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE statement_passage ADD CONSTRAINT statement_passage_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE actor ADD CONSTRAINT actor_state_fkey FOREIGN KEY (state) REFERENCES actor(id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE office ADD CONSTRAINT office_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actor(id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE office ADD CONSTRAINT office_organisation_fkey FOREIGN KEY (organisation) REFERENCES actor(id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE office ADD CONSTRAINT office_state_fkey FOREIGN KEY (state) REFERENCES actor(id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE actor_seen ADD CONSTRAINT actor_seen_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actor(id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE actor_seen ADD CONSTRAINT actor_seen_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE disagreement_item ADD CONSTRAINT disagreement_item_disagreement_id_fkey FOREIGN KEY (disagreement_id) REFERENCES disagreement(id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE disagreement_item ADD CONSTRAINT disagreement_item_item_id_fkey FOREIGN KEY (item_id) REFERENCES item(id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE disagreement_side ADD CONSTRAINT disagreement_side_disagreement_id_fkey FOREIGN KEY (disagreement_id) REFERENCES disagreement(id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE disagreement_citation ADD CONSTRAINT disagreement_citation_disagreement_id_side_fkey FOREIGN KEY (disagreement_id, side) REFERENCES disagreement_side(disagreement_id, ordinal) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE disagreement_citation ADD CONSTRAINT disagreement_citation_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE disagreement_outside ADD CONSTRAINT disagreement_outside_disagreement_id_fkey FOREIGN KEY (disagreement_id) REFERENCES disagreement(id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE disagreement_outside ADD CONSTRAINT disagreement_outside_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE scenario_set ADD CONSTRAINT scenario_set_item_id_fkey FOREIGN KEY (item_id) REFERENCES item(id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE scenario ADD CONSTRAINT scenario_item_id_fkey FOREIGN KEY (item_id) REFERENCES scenario_set(item_id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE scenario_indicator ADD CONSTRAINT scenario_indicator_item_id_scenario_id_fkey FOREIGN KEY (item_id, scenario_id) REFERENCES scenario(item_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE scenario_view ADD CONSTRAINT scenario_view_item_id_scenario_id_fkey FOREIGN KEY (item_id, scenario_id) REFERENCES scenario(item_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE scenario_view ADD CONSTRAINT scenario_view_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actor(id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE scenario_view ADD CONSTRAINT scenario_view_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE view_citation ADD CONSTRAINT view_citation_item_id_scenario_id_view_fkey FOREIGN KEY (item_id, scenario_id, view) REFERENCES scenario_view(item_id, scenario_id, ordinal) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE view_citation ADD CONSTRAINT view_citation_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE resolution_entry ADD CONSTRAINT resolution_entry_set_item_id_fkey FOREIGN KEY (set_item_id) REFERENCES scenario_set(item_id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE resolution_entry ADD CONSTRAINT resolution_entry_item_id_seq_fkey FOREIGN KEY (item_id, seq) REFERENCES entry(item_id, seq) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE session ADD CONSTRAINT "session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"(id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE account ADD CONSTRAINT "account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"(id) ON DELETE CASCADE ON UPDATE CASCADE;

-- The record's clock, in milliseconds. The setting readout.now lets tests stand on a day of their own.
CREATE FUNCTION readout_now() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$
    SELECT date_trunc('milliseconds', coalesce(nullif(current_setting('readout.now', true), '')::timestamptz, clock_timestamp()))
$$;

-- A plain list of distinct known numbers or words: one dimension counted from 1, nothing missing.
CREATE FUNCTION is_plain_list(list anyarray) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT cardinality(list) = 0
        OR (array_ndims(list) = 1 AND array_lower(list, 1) = 1 AND array_position(list, NULL) IS NULL)
$$;

CREATE FUNCTION is_slug(id text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT id ~ '^[a-z0-9]([a-z0-9-]{0,118}[a-z0-9])?$'
$$;

CREATE FUNCTION is_status(status text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT status IN ('raised', 'proposed', 'ordered', 'agreed-in-principle', 'scheduled', 'under-way', 'in-force',
        'stalled', 'suspended', 'concluded', 'lapsed', 'withdrawn')
$$;

CREATE FUNCTION is_ending(status text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT status IN ('concluded', 'lapsed', 'withdrawn')
$$;

-- Items: a closed vocabulary, a head that has its hash, a cached reading that agrees with itself.
ALTER TABLE item
    ADD CONSTRAINT item_id_form CHECK (is_slug(id)),
    ADD CONSTRAINT item_owner_side_known CHECK (owner_side IN ('us', 'russia', 'both', 'others')),
    ADD CONSTRAINT item_review_cadence CHECK (review_every_days BETWEEN 1 AND 36500),
    ADD CONSTRAINT item_tags_plain CHECK (is_plain_list(tags)),
    ADD CONSTRAINT item_head_with_hash CHECK (head >= 0 AND (head = 0) = (head_hash IS NULL)),
    ADD CONSTRAINT item_reading_whole CHECK (is_status(status) AND (status IS NULL) = (entry_seq IS NULL) AND (status IS NULL) = (since IS NULL) AND (status IS NULL) = (since_day IS NULL)),
    ADD CONSTRAINT item_phase_follows CHECK (CASE WHEN status IS NULL THEN coalesce(phase, 'open') = 'open' ELSE phase IS NOT DISTINCT FROM CASE WHEN is_ending(status) THEN 'closed' ELSE 'open' END END),
    ADD CONSTRAINT item_reading_window CHECK (reading_from < reading_until),
    ADD CONSTRAINT item_reading_entry CHECK (entry_seq <= head),
    ADD CONSTRAINT item_origins_counted CHECK (origins >= 0 AND (status IS NOT NULL OR origins = 0));

ALTER TABLE item_party ADD CONSTRAINT item_party_counted CHECK (ordinal >= 1);

ALTER TABLE item_link
    ADD CONSTRAINT item_link_counted CHECK (ordinal >= 1),
    ADD CONSTRAINT item_link_type_known CHECK (type IN ('depends-on', 'blocks', 'part-of', 'related')),
    ADD CONSTRAINT item_link_to_another CHECK (to_item_id <> item_id);

ALTER TABLE milestone
    ADD CONSTRAINT milestone_counted CHECK (ordinal >= 1),
    ADD CONSTRAINT milestone_kind_known CHECK (kind IN ('deadline', 'scheduled-event', 'expiry', 'past-event')),
    ADD CONSTRAINT milestone_bounds CHECK (earliest <= latest AND num_nulls(earliest, latest) < 2);

-- Entries: each kind carries what it carries and nothing else; dates have bounds in their order.
ALTER TABLE entry
    ADD CONSTRAINT entry_kind_known CHECK (kind IN ('change', 'reaffirmation', 'review', 'correction', 'retraction')),
    ADD CONSTRAINT entry_counted CHECK (seq >= 1 AND v = 1),
    ADD CONSTRAINT entry_chained CHECK ((seq = 1) = (previous_hash IS NULL)),
    ADD CONSTRAINT entry_hash_form CHECK (hash ~ '^[0-9a-f]{64}$' AND previous_hash ~ '^[0-9a-f]{64}$'),
    ADD CONSTRAINT entry_status_whole CHECK (
        is_status(status)
        AND num_nonnulls(status, effective, reported, reported_latest, summary) IN (0, 5)
        AND (status IS NOT NULL OR num_nonnulls(effective_earliest, effective_latest, reported_earliest, answer, no_evidence) = 0)),
    ADD CONSTRAINT entry_status_of_kind CHECK (CASE kind
        WHEN 'change' THEN status IS NOT NULL AND background IS NOT NULL
        WHEN 'reaffirmation' THEN status IS NOT NULL AND background IS NOT NULL
        WHEN 'correction' THEN num_nonnulls(background, effective_basis) = 0
        ELSE num_nonnulls(status, background, effective_basis) = 0 END),
    ADD CONSTRAINT entry_review_of_kind CHECK (CASE kind
        WHEN 'review' THEN num_nonnulls(looked_on, note) = 2 AND reason IS NULL
        WHEN 'correction' THEN num_nonnulls(looked_on, note) = CASE WHEN status IS NULL THEN 2 ELSE 0 END
        ELSE num_nonnulls(looked_on, note) = 0 END),
    ADD CONSTRAINT entry_corrects_of_kind CHECK ((kind = 'correction') = (corrects IS NOT NULL) AND corrects < seq),
    ADD CONSTRAINT entry_retracts_of_kind CHECK ((kind = 'retraction') = (retracts IS NOT NULL) AND retracts < seq),
    ADD CONSTRAINT entry_reason_of_kind CHECK (kind NOT IN ('correction', 'retraction') OR reason IS NOT NULL),
    ADD CONSTRAINT entry_answer_ends CHECK (answer IN ('yes', 'no', 'partly') AND (answer IS NULL OR is_ending(status))),
    ADD CONSTRAINT entry_effective_bounds CHECK (effective_earliest <= effective_latest AND (status IS NULL OR num_nulls(effective_earliest, effective_latest) < 2)),
    ADD CONSTRAINT entry_reported_bounds CHECK (reported_earliest <= reported_latest AND reported_latest <= (recorded AT TIME ZONE 'UTC')::date),
    ADD CONSTRAINT entry_looked_in_time CHECK (looked_on <= (recorded AT TIME ZONE 'UTC')::date);

ALTER TABLE evidence
    ADD CONSTRAINT evidence_counted CHECK (ordinal >= 1),
    ADD CONSTRAINT evidence_stance_known CHECK (stance IN ('supports', 'contradicts', 'context')),
    ADD CONSTRAINT evidence_credibility_scale CHECK (credibility BETWEEN 1 AND 6),
    ADD CONSTRAINT evidence_lists_plain CHECK (is_plain_list(paragraphs) AND is_plain_list(origins) AND is_plain_list(keywords)),
    ADD CONSTRAINT evidence_has_origin CHECK (cardinality(origins) >= 1);

-- What was written stays.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER entry_stays BEFORE UPDATE OR DELETE ON entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER entry_stays_whole BEFORE TRUNCATE ON entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER evidence_stays BEFORE UPDATE OR DELETE ON evidence FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER evidence_stays_whole BEFORE TRUNCATE ON evidence FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_stays BEFORE UPDATE OR DELETE ON event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_stays_whole BEFORE TRUNCATE ON event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- An entry is recorded now, continues the one before it, and corrects or takes back only what may be.
CREATE FUNCTION check_new_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    last record;
    named record;
BEGIN
    IF abs(extract(epoch FROM NEW.recorded - readout_now())) > 60 THEN
        RAISE EXCEPTION 'entry % of %: recorded is off the clock by more than a minute', NEW.seq, NEW.item_id USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.seq > 1 THEN
        SELECT hash, recorded INTO last FROM entry WHERE item_id = NEW.item_id AND seq = NEW.seq - 1;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'entry % of %: there is no entry before it', NEW.seq, NEW.item_id USING ERRCODE = 'check_violation';
        END IF;
        IF last.hash <> NEW.previous_hash OR last.recorded > NEW.recorded THEN
            RAISE EXCEPTION 'entry % of %: does not continue the entry before it', NEW.seq, NEW.item_id USING ERRCODE = 'check_violation';
        END IF;
    END IF;
    IF NEW.kind IN ('correction', 'retraction') THEN
        SELECT kind INTO named FROM entry WHERE item_id = NEW.item_id AND seq = coalesce(NEW.corrects, NEW.retracts);
        IF named.kind IN ('correction', 'retraction')
            OR (NEW.kind = 'correction' AND (named.kind = 'review') <> (NEW.looked_on IS NOT NULL))
            OR EXISTS (SELECT FROM entry WHERE item_id = NEW.item_id AND retracts = coalesce(NEW.corrects, NEW.retracts)) THEN
            RAISE EXCEPTION 'entry % of %: a % may not name entry %', NEW.seq, NEW.item_id, NEW.kind, coalesce(NEW.corrects, NEW.retracts) USING ERRCODE = 'check_violation';
        END IF;
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER entry_fits BEFORE INSERT ON entry FOR EACH ROW EXECUTE FUNCTION check_new_entry();

-- Evidence comes with its entry, in one transaction, and cites paragraphs that the source has.
CREATE FUNCTION check_new_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    numbered integer;
BEGIN
    IF NOT EXISTS (SELECT FROM entry WHERE item_id = NEW.item_id AND seq = NEW.seq AND xmin = pg_current_xact_id()::xid) THEN
        RAISE EXCEPTION 'evidence is written in the transaction of its entry, % of %', NEW.seq, NEW.item_id USING ERRCODE = 'check_violation';
    END IF;
    SELECT paragraph_count INTO numbered FROM source WHERE id = NEW.source_id;
    IF (CASE WHEN numbered IS NULL THEN cardinality(NEW.paragraphs) > 0
            ELSE cardinality(NEW.paragraphs) = 0 OR 1 > ANY (NEW.paragraphs) OR numbered < ANY (NEW.paragraphs) END) THEN
        RAISE EXCEPTION 'source % does not have the paragraphs %', NEW.source_id, NEW.paragraphs USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER evidence_fits BEFORE INSERT ON evidence FOR EACH ROW EXECUTE FUNCTION check_new_evidence();

-- By the end of the transaction: no status without evidence or a reason, and the item's head has moved.
CREATE FUNCTION check_recorded_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM evidence WHERE item_id = NEW.item_id AND seq = NEW.seq) <> (NEW.status IS NOT NULL AND NEW.no_evidence IS NULL) THEN
        RAISE EXCEPTION 'entry % of %: a status has evidence or a reason for having none, never both', NEW.seq, NEW.item_id USING ERRCODE = 'check_violation';
    END IF;
    IF (SELECT head FROM item WHERE id = NEW.item_id) < NEW.seq THEN
        RAISE EXCEPTION 'entry % of %: the head of its item has not moved', NEW.seq, NEW.item_id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER entry_is_whole AFTER INSERT ON entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_recorded_entry();

-- Readings: for every pair of days at most one rectangle, and one last look, per item and basis.
ALTER TABLE entry_known ADD CONSTRAINT entry_known_bounds CHECK (effective_earliest <= effective_latest);

ALTER TABLE reading_span
    ADD CONSTRAINT reading_span_basis_known CHECK (basis IN ('reported', 'recorded')),
    ADD CONSTRAINT reading_span_not_empty CHECK (NOT isempty(known) AND NOT isempty(valid) AND lower(known) IS NOT NULL),
    ADD CONSTRAINT reading_span_whole CHECK (is_status(status) AND (status IS NULL) = (entry_seq IS NULL) AND (status IS NULL) = (since IS NULL) AND (status IS NULL) = (since_day IS NULL)),
    ADD CONSTRAINT reading_span_phase_follows CHECK (CASE WHEN status IS NULL THEN coalesce(phase, 'open') = 'open' ELSE phase IS NOT DISTINCT FROM CASE WHEN is_ending(status) THEN 'closed' ELSE 'open' END END),
    ADD CONSTRAINT reading_span_one_each EXCLUDE USING gist (item_id WITH =, basis WITH =, known WITH &&, valid WITH &&);

ALTER TABLE review_step
    ADD CONSTRAINT review_step_basis_known CHECK (basis IN ('reported', 'recorded')),
    ADD CONSTRAINT review_step_not_empty CHECK (NOT isempty(known) AND lower(known) IS NOT NULL),
    ADD CONSTRAINT review_step_one_each EXCLUDE USING gist (item_id WITH =, basis WITH =, known WITH &&);

ALTER TABLE news_day
    ADD CONSTRAINT news_day_basis_known CHECK (basis IN ('reported', 'recorded')),
    ADD CONSTRAINT news_day_counts CHECK (entries >= 1);

-- Sources and what is told about them.
ALTER TABLE source
    ADD CONSTRAINT source_id_form CHECK (is_slug(id)),
    ADD CONSTRAINT source_role_known CHECK (role IN ('seed', 'underlying', 'page')),
    ADD CONSTRAINT source_kind_known CHECK (kind IN ('wire-report', 'news-report', 'analysis', 'republication', 'official-statement', 'remarks', 'broadcast')),
    ADD CONSTRAINT source_reliability_scale CHECK (reliability ~ '^[A-F]$'),
    ADD CONSTRAINT source_published_bounds CHECK (published_earliest <= published_latest),
    ADD CONSTRAINT source_paragraphs_counted CHECK (paragraph_count >= 1),
    ADD CONSTRAINT source_notes_named CHECK (jsonb_typeof(notes) = 'object');

ALTER TABLE lineage
    ADD CONSTRAINT lineage_counted CHECK (ordinal >= 1),
    ADD CONSTRAINT lineage_paragraphs_plain CHECK (is_plain_list(paragraphs)),
    ADD CONSTRAINT lineage_manner_known CHECK (manner IN ('quotation', 'near-verbatim', 'close-paraphrase', 'summary', 'republication')),
    ADD CONSTRAINT lineage_attributed_known CHECK (attributed IN ('full', 'partial', 'none')),
    ADD CONSTRAINT lineage_basis_known CHECK (basis IN ('in-text', 'seed-to-seed', 'outside-copy', 'inferred'));

ALTER TABLE actor
    ADD CONSTRAINT actor_id_form CHECK (is_slug(id)),
    ADD CONSTRAINT actor_type_known CHECK (type IN ('person', 'unnamed-person', 'state', 'government', 'ministry', 'legislature', 'mission', 'international-body', 'media', 'research-body', 'armed-group', 'group'));

ALTER TABLE office ADD CONSTRAINT office_bounds CHECK (attested_earliest <= attested_latest);

ALTER TABLE disagreement
    ADD CONSTRAINT disagreement_type_known CHECK (type IN ('figure', 'status', 'wording', 'translation', 'attribution', 'scope', 'presence', 'framing', 'timing', 'identity', 'internal')),
    ADD CONSTRAINT disagreement_verdict_known CHECK (verdict IN ('reconcilable', 'one-side-right', 'unresolved') AND (verdict IS NULL) = (assessment IS NULL));

-- Scenarios: a set that is resolved says as which of its own, and when.
ALTER TABLE scenario_set
    ADD CONSTRAINT scenario_set_resolution_whole CHECK (num_nonnulls(resolved_as, resolved_on, resolved_on_latest) IN (0, 3));

-- A set is written before its outcomes.
ALTER TABLE scenario_set ADD CONSTRAINT scenario_set_item_id_resolved_as_fkey FOREIGN KEY (item_id, resolved_as) REFERENCES scenario(item_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE scenario_view
    ADD CONSTRAINT scenario_view_one_speaker CHECK (num_nonnulls(actor_id, source_id) = 1),
    ADD CONSTRAINT scenario_view_leaning_known CHECK (leaning IN ('for', 'against', 'conditional'));

-- The feed: every event names what it is about, and wakes whoever listens once it is committed.
ALTER TABLE event
    ADD CONSTRAINT event_type_known CHECK (type IN ('item.opened', 'entry.recorded', 'source.added')),
    ADD CONSTRAINT event_subject CHECK (CASE type
        WHEN 'item.opened' THEN item_id IS NOT NULL AND num_nonnulls(seq, source_id) = 0
        WHEN 'entry.recorded' THEN num_nonnulls(item_id, seq) = 2 AND source_id IS NULL
        ELSE source_id IS NOT NULL AND num_nonnulls(item_id, seq) = 0 END);

CREATE FUNCTION announce_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('readout_events', max(id)::text) FROM added HAVING max(id) IS NOT NULL;
    RETURN NULL;
END $$;

CREATE TRIGGER event_announced AFTER INSERT ON event REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION announce_events();
