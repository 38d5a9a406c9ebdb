-- When a user was last here, to the minute: beside the user's row, which better-auth lays out.
CREATE TABLE user_seen (
    user_id TEXT NOT NULL,
    at TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT user_seen_pkey PRIMARY KEY (user_id)
);

ALTER TABLE user_seen ADD CONSTRAINT user_seen_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON DELETE CASCADE ON UPDATE CASCADE;

-- How often signing in has failed, as rate-limiter-flexible lays it out; several processes count here together.
CREATE TABLE sign_in_attempt (
    key VARCHAR(255) NOT NULL,
    points INTEGER NOT NULL DEFAULT 0,
    expire BIGINT,
    CONSTRAINT sign_in_attempt_pkey PRIMARY KEY (key)
);

-- Two browsers that come back from a provider at once do not become two ways in for one person.
CREATE UNIQUE INDEX "account_providerId_accountId_key" ON account("providerId", "accountId");
