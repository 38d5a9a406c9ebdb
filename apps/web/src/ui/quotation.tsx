import type { TextQuote } from "@readout/core/evidence";

/** The words of a source itself, set apart from our own about it; `lang` is the language of the source. */
export const Quotation = ({ quote, lang }: { quote: TextQuote; lang: string | undefined }) => (
  <q className="quotation" lang={lang}>
    {quote.exact}
  </q>
);
