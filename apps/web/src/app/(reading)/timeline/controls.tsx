import { OwnerSide } from "@readout/core/item";
import { Status, statusWord } from "@readout/core/status";
import { joinWords, sentenceCase } from "@readout/core/wording";
import type { AsOfView } from "../../../as-of/search-params.ts";
import type { Domain } from "../../../charts/axis.ts";
import { domainParams, moved, zoomed } from "../../../charts/status-lanes/view.ts";
import { Link } from "../../../ui/link.tsx";
import { PhaseField } from "../../../ui/phase-field.tsx";
import { type TimelineFilter, type TimelineParams, timelineHref, withoutFilter } from "./search-params.ts";
import styles from "./timeline.module.css";

const sides: Record<OwnerSide, string> = {
  us: "United States",
  russia: "Russia",
  both: "both sides",
  others: "others",
};

type Named = { id: string; name: string };

type ControlsProps = {
  params: TimelineParams;
  domain: Domain;
  /** The days shown when none are asked for. */
  whole: Domain;
  view: AsOfView;
  tags: readonly string[];
  actors: readonly Named[];
};

/** The days and the filters, as a form and as words; every answer is an address. */
export function Controls({ params, domain, whole, view, tags, actors }: ControlsProps) {
  const span = domainParams(domain);
  const to = (next: Domain) => timelineHref({ ...params, ...domainParams(next) });
  const { from: _from, to: _to, ...anyDays } = params;
  const narrowed = domain.from !== whole.from || domain.until !== whole.until;
  return (
    <form
      action="/timeline"
      method="get"
      className={styles.controls}
      aria-label="What the timeline shows"
      data-controls=""
    >
      {Object.entries(view.input).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label>
        <span>From</span>
        <input className="field" name="from" defaultValue={span.from} size={10} />
      </label>
      <label>
        <span>to</span>
        <input className="field" name="to" defaultValue={span.to} size={10} />
      </label>
      <details className={styles.filters}>
        <summary className="button">Filter</summary>
        <div>
          <PhaseField phase={params.phase} />
          <Choice
            name="tag"
            label="Tag"
            any="any"
            chosen={params.tag}
            options={tags.map((tag) => ({ id: tag, name: plain(tag) }))}
          />
          <Choice name="actor" label="Actor" any="any" chosen={params.actor} options={actors} />
          <Choice
            name="owner"
            label="Has to move"
            any="anyone"
            chosen={params.owner}
            options={OwnerSide.options.map((side) => ({ id: side, name: sides[side] }))}
          />
          <Choice
            name="status"
            label="Status"
            any="any"
            chosen={params.status?.join(",")}
            options={Status.options.map((status) => ({ id: status, name: statusWord(status) }))}
          />
          <label>
            <span>Grouped by</span>
            <select className="field" name="group" defaultValue={params.group}>
              <option value="phase">phase</option>
              <option value="tag">tag</option>
            </select>
          </label>
        </div>
      </details>
      <button className="button" type="submit">
        Show
      </button>
      <p className={styles.words}>
        <Link href={to(moved(domain, -0.5))} data-turn="earlier">
          earlier
        </Link>
        <Link href={to(moved(domain, 0.5))} data-turn="later">
          later
        </Link>
        <Link href={to(zoomed(domain, 0.5))} data-turn="nearer">
          nearer
        </Link>
        <Link href={to(zoomed(domain, 2))} data-turn="further">
          further
        </Link>
        <Link
          href={timelineHref(anyDays)}
          data-turn="whole"
          data-from={whole.from}
          data-until={whole.until}
          hidden={!narrowed}
        >
          the whole record
        </Link>
        {filtersInUse(params, actors).map(({ name, words }) => (
          <span key={name}>
            only {words} · <Link href={timelineHref(withoutFilter(params, name))}>take away</Link>
          </span>
        ))}
      </p>
    </form>
  );
}

type ChoiceProps = { name: string; label: string; any: string; chosen: string | undefined; options: readonly Named[] };

/** One of some; what was chosen by a link and is none of them stays chosen. */
function Choice({ name, label, any, chosen, options }: ChoiceProps) {
  const others = chosen === undefined || options.some(({ id }) => id === chosen) ? [] : [{ id: chosen, name: chosen }];
  return (
    <label>
      <span>{label}</span>
      <select className="field" name={name} defaultValue={chosen ?? ""}>
        <option value="">{any}</option>
        {[...others, ...options].map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  );
}

const plain = (tag: string): string => tag.replaceAll("-", " ");

/** Each filter as words that can be taken away. */
export function filtersInUse(
  params: TimelineParams,
  actors: readonly Named[],
): { name: TimelineFilter; words: string }[] {
  const { phase, tag, actor, owner, status } = params;
  const words: Record<TimelineFilter, string | undefined> = {
    phase,
    tag: tag && `tagged ${plain(tag)}`,
    actor: actor && `with ${actors.find(({ id }) => id === actor)?.name ?? actor}`,
    owner: owner && `for ${sides[owner]} to move`,
    status: status && sentenceCase(joinWords(status.map(statusWord), "or")).toLowerCase(),
  };
  return (Object.entries(words) as [TimelineFilter, string | undefined][]).flatMap(([name, text]) =>
    text === undefined ? [] : [{ name, words: text }],
  );
}
