import type { Metadata } from "next";
import type { ReactNode } from "react";
import { NothingHere } from "./nothing-here.tsx";

// How Next marks the error that `notFound()` throws.
const isMissing = (error: unknown): boolean =>
  String((error as { digest?: unknown } | null)?.digest).startsWith("NEXT_HTTP_ERROR_FALLBACK;404");

/**
 * A page that says in its HTML that there is nothing under its address. Next draws the 404 page of a missing thing in the
 * browser only; the hosting server answers 404 where it finds the mark.
 */
export const orMissing =
  <Props,>(page: (props: Props) => Promise<ReactNode>) =>
  async (props: Props): Promise<ReactNode> => {
    try {
      return await page(props);
    } catch (error) {
      if (!isMissing(error)) throw error;
      return (
        <div data-status="404">
          <NothingHere />
        </div>
      );
    }
  };

/** The title of such a page. */
export const titleOrMissing =
  <Props,>(generate: (props: Props) => Promise<Metadata>) =>
  async (props: Props): Promise<Metadata> => {
    try {
      return await generate(props);
    } catch (error) {
      if (!isMissing(error)) throw error;
      return { title: "Nothing under this address", robots: { index: false } };
    }
  };

/** What is asked for, null where it is missing and the page can do without. */
export const orNull = <Found,>(asked: Promise<Found>): Promise<Found | null> =>
  asked.catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
