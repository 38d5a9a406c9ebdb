import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { requestAsOf, requestIsPart } from "../as-of/request.ts";
import { requestTheme } from "../sharing/request-theme.ts";
import { Symbols } from "../ui/symbols.tsx";
import { sans, serif } from "./fonts.ts";
import "./globals.css";

const description =
  "What is still open between states, where it stands, how we know, and what was known on a given day.";

export const metadata: Metadata = {
  title: { default: "Readout", template: "%s · Readout" },
  description,
  applicationName: "Readout",
  openGraph: { siteName: "Readout", type: "website", description },
  formatDetection: { telephone: false, email: false, address: false },
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#FAFBFA" },
    { media: "(prefers-color-scheme: dark)", color: "#101514" },
  ],
};

/** The document: its language, its paper (today or an earlier day) and the drawings that pages refer to. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const asOf = await requestAsOf();
  const theme = await requestTheme();
  const past = asOf.state !== "today" && asOf.state !== "world";
  return (
    <html
      lang="en"
      dir="ltr"
      className={`${sans.variable} ${serif.variable}`}
      data-asof={past ? "past" : asOf.state}
      data-theme={theme ?? undefined}
    >
      <body>
        {!(await requestIsPart()) && <Symbols />}
        {children}
      </body>
    </html>
  );
}
