import "./since.css";

/**
 * Where the first page says what is new to whoever reads it. What it says is theirs alone and fetched apart, so that the page
 * stays the same for everyone: empty until the script of visits has asked.
 *
 * @param token how far the record had come when this page was made
 */
export const SinceLastVisit = ({ token }: { token: string }) => (
  <>
    <section id="since" className="since" data-token={token} aria-labelledby="since-head" hidden>
      <h2 id="since-head" className="vh">
        Since your last visit
      </h2>
    </section>
    <p id="since-said" className="vh" role="status" />
  </>
);
