import { shortPublisher } from "@readout/core/publisher";
import { type Emphasis, ofOrigin, ofParagraph } from "./emphasis.ts";
import { type LineageLayout, lineageLayout, type OriginMark, type PassageMark, ROW } from "./layout.ts";
import styles from "./lineage.module.css";
import { creditWords, type LineageSeries, mannerWords } from "./series.ts";

type LineageProps = {
  series: LineageSeries;
  /** Where each origin is shown, on the same day as this page; by its id. */
  hrefs: Record<string, string>;
  /** The id of the element that names the figure. */
  labelledBy: string;
  /** What to say of each thing that can be picked. */
  sentences: Partial<Record<Emphasis, string>>;
};

/**
 * Passages at the left, origins at the right, a curve for each taking over; the list beside it holds the same facts.
 *
 * What is pointed at or has the focus is picked by style rules, one for each thing that can be: no script is needed.
 */
export function Lineage({ series, hrefs, labelledBy, sentences }: LineageProps) {
  const picks = Object.keys(sentences) as Emphasis[];
  return (
    <div className={styles.figure} data-lineage="">
      <style>{picks.map(pickRules).join("")}</style>
      {/* biome-ignore lint/a11y/useSemanticElements: a figure of links has no HTML element of its own in SVG. */}
      <div className={styles.wide} role="group" aria-labelledby={labelledBy}>
        <Drawing series={series} layout={lineageLayout(series, "wide")} hrefs={hrefs} />
      </div>
      <div className={styles.narrow} aria-hidden="true">
        <Drawing series={series} layout={lineageLayout(series, "narrow")} />
      </div>
      <div className={styles.said} aria-hidden="true">
        {picks.map((pick) => (
          <p key={pick} data-say={pick}>
            {sentences[pick]}
          </p>
        ))}
      </div>
    </div>
  );
}

/** Everything that has nothing to do with what is picked steps back, and its sentence appears. */
function pickRules(pick: Emphasis): string {
  const picked = `[data-lineage]:has([data-pick="${pick}"]:is(:hover,:focus-within))`;
  return `${picked} [data-of]:not([data-of~="${pick}"]){opacity:.4}${picked} [data-say="${pick}"]{visibility:visible}`;
}

type DrawingProps = {
  series: LineageSeries;
  layout: LineageLayout;
  /** Left out where the drawing is only looked at. */
  hrefs?: Record<string, string>;
};

function Drawing({ series, layout, hrefs }: DrawingProps) {
  const originsOf = (paragraph: number | null) =>
    series.links.filter((link) => link.paragraph === paragraph).map(({ originId }) => ofOrigin(originId));
  const paragraphsOf = (id: string) =>
    series.links.filter(({ originId }) => originId === id).map(({ paragraph }) => ofParagraph(paragraph));
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the figure around it carries the name.
    <svg viewBox={`0 0 ${layout.width} ${layout.height}`} width={layout.width} height={layout.height}>
      {layout.curves.map(({ key, link, path, openEnd }) => (
        <g key={key} data-of={`${ofParagraph(link.paragraph)} ${ofOrigin(link.originId)}`}>
          <path d={path} className={`${styles.curve} ${styles[link.manner]}`} />
          {link.manner === "republication" && <path d={path} className={styles.between} />}
          {openEnd !== null && <circle cx={openEnd.x} cy={openEnd.y} r="3.5" className={styles.open} />}
        </g>
      ))}
      {layout.passages.map((passage, i) => (
        <g
          key={passage.key}
          data-pick={ofParagraph(passage.first)}
          data-of={[
            ofParagraph(passage.first),
            ...(passage.link === null ? [] : [ofOrigin(passage.link.originId)]),
            // The number of a paragraph belongs to all of its origins.
            ...(passage.named ? originsOf(passage.first) : []),
          ].join(" ")}
        >
          <Passage
            passage={passage}
            layout={layout}
            goesOn={layout.passages[i + 1]?.named === false}
            linked={hrefs !== undefined}
          />
        </g>
      ))}
      {layout.origins.map((mark) => (
        <g
          key={mark.id}
          data-pick={ofOrigin(mark.id)}
          data-of={[ofOrigin(mark.id), ...paragraphsOf(mark.id)].join(" ")}
        >
          <path d={`M${layout.endX + 4} ${mark.top}V${mark.bottom}`} className={styles.bar} />
          <Origin mark={mark} href={hrefs?.[mark.id]} />
        </g>
      ))}
    </svg>
  );
}

type PassageProps = { passage: PassageMark; layout: LineageLayout; goesOn: boolean; linked: boolean };

function Passage({ passage, layout, goesOn, linked }: PassageProps) {
  const { y, first, last, named, link, own } = passage;
  const top = y - ROW / 2 + (named ? 3 : 0);
  const bottom = y + ROW / 2 - (goesOn ? 0 : 3);
  const number = first === null ? "all" : `¶${first === last ? first : `${first}–${last}`}`;
  const label = (
    <text x={layout.tickX - 8} y={y + 5} className={styles.number} textAnchor="end">
      {number}
    </text>
  );
  const uncredited = link?.credit === "none";
  const broad = layout.startX > 200;
  return (
    <>
      <rect x="0" y={y - ROW / 2} width={layout.startX} height={ROW} fill="transparent" />
      <path d={`M${layout.tickX} ${top}V${bottom}`} className={link === null ? styles.ownTick : styles.tick} />
      {named && (linked ? <a href={`#from-${first ?? "all"}`}>{label}</a> : label)}
      <text x={layout.textX} y={y + 4} className={styles.manner}>
        {link === null ? (
          own ? (
            "own words"
          ) : broad ? (
            "nothing shows it comes from elsewhere"
          ) : (
            "no origin known"
          )
        ) : (
          <>
            {broad && `${mannerWords[link.manner]}, `}
            {(broad || uncredited) && (
              <tspan className={uncredited ? styles.uncredited : undefined}>{creditWords[link.credit]}</tspan>
            )}
          </>
        )}
      </text>
    </>
  );
}

function Origin({ mark, href }: { mark: OriginMark; href: string | undefined }) {
  const name = mark.name.map(({ text, y }) => (
    <text key={y} x={mark.x} y={y} className={styles.name}>
      {text}
    </text>
  ));
  return (
    <>
      {href === undefined ? (
        name
      ) : (
        <a href={href} aria-label={`${shortPublisher(mark.origin.publisher)}: ${mark.origin.title}`}>
          {name}
        </a>
      )}
      {mark.title.map(({ text, y }) => (
        <text key={y} x={mark.x} y={y} className={styles.title}>
          {text}
        </text>
      ))}
      {mark.original !== null && <Original original={mark.original} left={mark.origin.dropped.length} x={mark.x} />}
    </>
  );
}

function Original({ original, left, x }: { original: NonNullable<OriginMark["original"]>; left: number; x: number }) {
  const { y, unit, stretches } = original;
  return (
    <g>
      {stretches.map(({ x: at, width, first, last, dropped }) =>
        dropped ? (
          <g key={first}>
            <path d={`M${at + 1} ${y}H${at + width - 1}`} className={styles.gap} />
            {unit >= 12 && (
              <text x={at + width / 2} y={y - 5} className={styles.gapNumber} textAnchor="middle">
                {first === last ? first : `${first}–${last}`}
              </text>
            )}
          </g>
        ) : (
          <path
            key={first}
            d={Array.from({ length: last - first + 1 }, (_, i) => `M${at + unit * (i + 0.5)} ${y - 6}v12`).join("")}
            className={styles.tick}
          />
        ),
      )}
      <text x={x} y={y + 21} className={styles.title}>
        {left} {left === 1 ? "paragraph" : "paragraphs"} left out
      </text>
    </g>
  );
}
