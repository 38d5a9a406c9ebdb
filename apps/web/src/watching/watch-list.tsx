import type { ListedMessage, Watch } from "@readout/core/watch";
import { CadenceField } from "./cadence-field.tsx";
import { messageDay, stateWords } from "./words.ts";
import "./watching.css";

/** What one watches, each with how often it is told and the way to stop it: plain forms. */
export function WatchList({ watches, hrefOf }: { watches: readonly Watch[]; hrefOf: (watch: Watch) => string }) {
  return (
    <ul className="watches">
      {watches.map((watch) => {
        const name = watch.item?.title ?? watch.view?.name ?? "";
        return (
          <li key={watch.id} id={`watch-${watch.id}`}>
            <p className="watched">
              <a href={hrefOf(watch)}>
                <bdi>{name}</bdi>
              </a>
              {watch.view !== null && <span className="dim small"> view of the items</span>}
            </p>
            <form method="post" action="/account/watches/edit" aria-label={`Watch on ${name}`}>
              <input type="hidden" name="id" value={watch.id} />
              <CadenceField cadence={watch.cadence} label="Told" />
              <label className="choice">
                <input type="checkbox" name="reviews" value="yes" defaultChecked={watch.reviews} /> also when reviewed,
                nothing new
              </label>
              <button type="submit" className="button">
                Save
              </button>
            </form>
            <form method="post" action="/account/watches/stop">
              <input type="hidden" name="id" value={watch.id} />
              <button type="submit" className="button" aria-label={`Stop watching ${name}`}>
                Stop
              </button>
            </form>
          </li>
        );
      })}
    </ul>
  );
}

/** What was sent, the last first; what did not arrive says so. */
export function MessageList({ messages }: { messages: readonly ListedMessage[] }) {
  return (
    <ol className="messages">
      {messages.map((message) => (
        <li key={message.id}>
          <time dateTime={message.at}>{messageDay(message)}</time>
          <span>
            <bdi>{message.subject}</bdi>
            {message.fault !== null && message.state !== "sent" && (
              <span className="dim small">
                {" "}
                {message.state === "waiting" ? "put off" : "because"}: {message.fault}
              </span>
            )}
          </span>
          {message.state === "failed" || message.state === "unsure" ? (
            <b>{stateWords[message.state]}</b>
          ) : (
            <span className="dim">{stateWords[message.state]}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
