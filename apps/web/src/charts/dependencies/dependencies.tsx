import type { LinkType } from "@readout/core/item";
import { sentenceCase } from "@readout/core/wording";
import clsx from "clsx";
import { use } from "react";
import { withParams } from "../../as-of/links.ts";
import { requestAsOf, requestHref } from "../../as-of/request.ts";
import { Link } from "../../ui/link.tsx";
import { PageScript } from "../../ui/page-script.tsx";
import { Status } from "../../ui/status.tsx";
import styles from "./dependencies.module.css";
import { graphLayout, NODE } from "./layout.ts";
import type { GraphSeries } from "./series.ts";
import { edgeParts, edgeVerb, graphTitle, nodeSentence } from "./words.ts";

type DependenciesProps = { series: GraphSeries; hops: number };

/**
 * An item among those it is linked to: layered on a broad page, where the arrow keys follow the lines, a list by kind of link
 * on a telephone and in print.
 */
export function Dependencies({ series, hops }: DependenciesProps) {
  const { width, height, nodes, edges } = graphLayout(series);
  return (
    <figure className={styles.figure}>
      <figcaption>
        <h3 className={styles.title}>{graphTitle(series)}</h3>
        <p className={styles.how}>
          <span className={styles.drawn}>
            What has to come first stands at the left. An arrow leads to what depends on it, a bar to what it blocks, a
            thin line with a diamond from a part to its whole; dotted lines join what is only related.{" "}
          </span>
          <Reach hops={hops} />
        </p>
        {!series.isWhole && <p className={styles.how}>Only the {series.nodes.length} nearest items are shown.</p>}
      </figcaption>
      <div className={styles.graph} data-graph="" style={{ width, height }}>
        <svg width={width} height={height} aria-hidden="true">
          {edges.map(({ edge, path, head }) => (
            <g key={edge.key} className={clsx(styles.edge, styles[edge.kind])} data-from={edge.from} data-to={edge.to}>
              <path d={path} className={styles.line} />
              {head !== null && <path d={head} className={styles.head} />}
            </g>
          ))}
        </svg>
        {nodes.map(({ node, x, y, keys }) => (
          <Link
            key={node.id}
            href={`/items/${node.id}${hops > 1 ? `?hops=${hops}` : ""}#graph`}
            className={clsx(styles.node, node.ended && styles.ended, node === series.focus && styles.focus)}
            style={{ insetInlineStart: x, insetBlockStart: y, ...NODE }}
            aria-current={node === series.focus ? "true" : undefined}
            title={node.title}
            data-node={node.id}
            data-left={keys.left ?? undefined}
            data-right={keys.right ?? undefined}
            data-up={keys.up ?? undefined}
            data-down={keys.down ?? undefined}
            data-says={nodeSentence(node, series)}
          >
            <span className={styles.name}>{node.title}</span>
            <span className={styles.status}>
              <Status reading={node.reading} subject={node.statusSubject} />
            </span>
          </Link>
        ))}
      </div>
      <p className={styles.said} data-graph-says="" aria-live="polite" />
      <details className={styles.details}>
        <summary>As a list</summary>
        <EdgeList series={series} />
      </details>
      <div className={styles.listed}>
        <EdgeList series={series} />
      </div>
      <PageScript name="dependencies" />
    </figure>
  );
}

/** How far the graph goes, and the other reach. */
function Reach({ hops }: { hops: number }) {
  const href = withParams(use(requestHref()), { hops: hops === 1 ? "2" : null });
  // The address holds the day already, as it was asked for.
  use(requestAsOf());
  return hops === 1 ? (
    <>
      One link away · <a href={`${href}#graph`}>two links away</a>
    </>
  ) : (
    <>
      Up to two links away · <a href={`${href}#graph`}>one link away</a>
    </>
  );
}

const kinds: readonly LinkType[] = ["depends-on", "blocks", "part-of", "related"];

/** The same facts in words: where each item stands, then who is linked to whom, by kind of link. */
function EdgeList({ series: { nodes, edges } }: { series: GraphSeries }) {
  const titleOf = (id: string) => nodes.find((node) => node.id === id)?.title ?? id;
  return (
    <>
      <section className={styles.kind}>
        <h4>Where they stand</h4>
        <ul>
          {nodes.map((node) => (
            <li key={node.id}>
              <Link href={`/items/${node.id}`} className={styles.listedName}>
                <bdi>{node.title}</bdi>
              </Link>{" "}
              <span className="small">
                <Status reading={node.reading} subject={node.statusSubject} />
              </span>
            </li>
          ))}
        </ul>
      </section>
      {kinds.map((kind) => {
        const own = edges.filter((edge) => edge.kind === kind);
        if (own.length === 0) return null;
        return (
          <section key={kind} className={styles.kind}>
            <h4>{sentenceCase(edgeVerb[kind])}</h4>
            <ul>
              {own.map((edge) => {
                const [who, verb, whom] = edgeParts(edge, titleOf);
                return (
                  <li key={edge.key}>
                    <span className="serif">{who}</span> <span className="dim">{verb}</span>{" "}
                    <span className="serif">{whom}</span>
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
    </>
  );
}
