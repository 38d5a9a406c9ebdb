import type { AnchorHTMLAttributes } from "react";
import { use } from "react";
import { atDay } from "../as-of/links.ts";
import { requestAsOf } from "../as-of/request.ts";

type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string };

/**
 * A link to a page of ours that keeps the day shown; a server component. It is a plain link on purpose: pages need
 * no script to be left, and the paper always fits the day.
 */
export function Link({ href, ...rest }: LinkProps) {
  return <a {...rest} href={atDay(href, use(requestAsOf()).input)} />;
}

/** A link that leaves the site. */
export function OutsideLink({ href, ...rest }: LinkProps) {
  return <a {...rest} href={href} rel="noreferrer external" />;
}
