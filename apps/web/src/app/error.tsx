"use client";

/** What stands instead of a page that failed: what to do, and the number under which the cause is in the log. */
export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <div className="wrap">
      <title>This page could not be made · Readout</title>
      <meta name="robots" content="noindex" />
      <h1 className="page-title">This page could not be made</h1>
      <p className="page-lead">
        Something failed on our side. Nothing you entered elsewhere is affected, and the record itself is as it was.
        {error.digest !== undefined && <> The log holds the cause under {error.digest}.</>}
      </p>
      <p className="page-acts">
        <button type="button" className="button solid" onClick={reset}>
          Try again
        </button>{" "}
        <a className="button" href="/">
          Overview
        </a>
      </p>
    </div>
  );
}
