/** The header in which the proxy hands the address to layouts, which Next does not tell them. */
export const URL_HEADER = "x-readout-url";
