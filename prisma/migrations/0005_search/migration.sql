-- Search: what can be found as one row each, written by triggers with what it is about, and the words that the record has.

CREATE TABLE search_document (
    key TEXT NOT NULL,
    kind TEXT NOT NULL,
    item_id TEXT,
    seq INTEGER,
    ordinal INTEGER,
    source_id TEXT,
    actor_id TEXT,
    words tsvector NOT NULL,

    CONSTRAINT search_document_pkey PRIMARY KEY (key)
);

CREATE TABLE search_word (
    id BIGSERIAL NOT NULL,
    word TEXT NOT NULL,

    CONSTRAINT search_word_pkey PRIMARY KEY (id)
);

ALTER TABLE search_document
    ADD CONSTRAINT search_document_subject CHECK (CASE kind
        WHEN 'item' THEN item_id IS NOT NULL AND num_nonnulls(seq, ordinal, source_id, actor_id) = 0
        WHEN 'entry' THEN num_nonnulls(item_id, seq) = 2 AND num_nonnulls(ordinal, source_id, actor_id) = 0
        WHEN 'evidence' THEN num_nonnulls(item_id, seq, ordinal, source_id) = 4 AND actor_id IS NULL
        WHEN 'source' THEN source_id IS NOT NULL AND num_nonnulls(item_id, seq, ordinal, actor_id) = 0
        WHEN 'actor' THEN actor_id IS NOT NULL AND num_nonnulls(item_id, seq, ordinal, source_id) = 0
        ELSE false END);

-- A to D: what a thing is called, what is asked, what happened, what was said.
CREATE FUNCTION words_of(called text, asked text, happened text, said text) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$
    SELECT setweight(to_tsvector('english', coalesce(called, '')), 'A') || setweight(to_tsvector('english', coalesce(asked, '')), 'B')
        || setweight(to_tsvector('english', coalesce(happened, '')), 'C') || setweight(to_tsvector('english', coalesce(said, '')), 'D')
$$;

-- Whole words in small letters, as they are written: those that a misspelt word may have meant.
CREATE FUNCTION learn_words(said text) RETURNS void LANGUAGE sql VOLATILE AS $$
    INSERT INTO search_word (word)
    SELECT w FROM unnest(tsvector_to_array(to_tsvector('simple', said))) w
    WHERE length(w) BETWEEN 3 AND 40 AND w !~ '[^[:alpha:]]'
        -- No unique index: two writers with the same new word would wait for each other, and with two such words for ever.
        AND NOT EXISTS (SELECT FROM search_word k WHERE k.word = w)
$$;

CREATE FUNCTION find_document(new_key text, new_kind text, new_item text, new_seq int, new_ordinal int, new_source text, new_actor text,
    called text, asked text, happened text, said text) RETURNS void LANGUAGE sql VOLATILE AS $$
    INSERT INTO search_document (key, kind, item_id, seq, ordinal, source_id, actor_id, words)
    VALUES (new_key, new_kind, new_item, new_seq, new_ordinal, new_source, new_actor, words_of(called, asked, happened, said))
    ON CONFLICT (key) DO UPDATE SET words = excluded.words, source_id = excluded.source_id;
    SELECT learn_words(concat_ws(' ', called, asked, happened, said));
$$;

CREATE FUNCTION find_item(i item) RETURNS void LANGUAGE sql VOLATILE AS $$
    SELECT find_document('item/' || i.id, 'item', i.id, NULL, NULL, NULL, NULL, i.title, i.question,
        concat_ws(' ', i.status_subject, replace(array_to_string(i.tags, ' '), '-', ' ')), i.resolution_criteria)
$$;

CREATE FUNCTION find_entry(e entry) RETURNS void LANGUAGE sql VOLATILE AS $$
    SELECT find_document('entry/' || e.item_id || '/' || e.seq, 'entry', e.item_id, e.seq, NULL, NULL, NULL, NULL, NULL,
        coalesce(e.summary, e.note), NULL) WHERE coalesce(e.summary, e.note) IS NOT NULL
$$;

CREATE FUNCTION find_evidence(v evidence) RETURNS void LANGUAGE sql VOLATILE AS $$
    SELECT find_document('evidence/' || v.item_id || '/' || v.seq || '/' || v.ordinal, 'evidence', v.item_id, v.seq, v.ordinal, v.source_id,
        NULL, NULL, NULL, NULL, concat_ws(' ', v.says, v.quote ->> 'exact', array_to_string(v.keywords, ' ')))
$$;

CREATE FUNCTION find_source(s source) RETURNS void LANGUAGE sql VOLATILE AS $$
    SELECT find_document('source/' || s.id, 'source', NULL, NULL, NULL, s.id, NULL, NULL, s.title, concat_ws(' ', s.publisher, s.author), NULL)
$$;

CREATE FUNCTION find_actor(a actor) RETURNS void LANGUAGE sql VOLATILE AS $$
    SELECT find_document('actor/' || a.id, 'actor', NULL, NULL, NULL, NULL, a.id, a.name, array_to_string(a.also, ' '), NULL, NULL)
$$;

CREATE FUNCTION item_is_found() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM find_item(NEW); RETURN NULL; END $$;
CREATE FUNCTION entry_is_found() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM find_entry(NEW); RETURN NULL; END $$;
CREATE FUNCTION evidence_is_found() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM find_evidence(NEW); RETURN NULL; END $$;
CREATE FUNCTION source_is_found() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM find_source(NEW); RETURN NULL; END $$;
CREATE FUNCTION actor_is_found() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM find_actor(NEW); RETURN NULL; END $$;

CREATE TRIGGER item_found AFTER INSERT OR UPDATE OF title, question, status_subject, tags, resolution_criteria ON item
    FOR EACH ROW EXECUTE FUNCTION item_is_found();
CREATE TRIGGER entry_found AFTER INSERT ON entry FOR EACH ROW EXECUTE FUNCTION entry_is_found();
CREATE TRIGGER evidence_found AFTER INSERT ON evidence FOR EACH ROW EXECUTE FUNCTION evidence_is_found();
CREATE TRIGGER source_found AFTER INSERT OR UPDATE OF title, publisher, author ON source
    FOR EACH ROW EXECUTE FUNCTION source_is_found();
CREATE TRIGGER actor_found AFTER INSERT OR UPDATE OF name, also ON actor
    FOR EACH ROW EXECUTE FUNCTION actor_is_found();

-- What was recorded before there was a search; also for whoever fills a database with triggers off.
CREATE FUNCTION find_everything() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM find_item(i) FROM item i;
    PERFORM find_entry(e) FROM entry e;
    PERFORM find_evidence(v) FROM evidence v;
    PERFORM find_source(s) FROM source s;
    PERFORM find_actor(a) FROM actor a;
END $$;

-- Before the words are learnt: each is looked up.
CREATE INDEX search_word_word_idx ON search_word(word);
SELECT find_everything();

CREATE INDEX search_document_words_idx ON search_document USING GIN (words);
CREATE INDEX search_word_near_idx ON search_word USING GIN (word gin_trgm_ops);
