/** The header in which the proxy hands the address to layouts, which Next does not tell them. */
export const URL_HEADER = "x-readout-url";

/** The header that names the part of the page which its script asks for; empty for a whole page. */
export const PART_HEADER = "x-readout-part";
