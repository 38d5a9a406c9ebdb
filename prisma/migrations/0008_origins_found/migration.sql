-- Who said something first is looked up: what rests on a source through others, and on a publisher.

CREATE INDEX evidence_origins_idx ON evidence USING gin (origins);
