/** Words of one family that share no stem: English makes them of others than their letters. */
const families = [
  ["expel", "expels", "expelled", "expelling", "expulsion", "expulsions"],
  ["withdraw", "withdraws", "withdrew", "withdrawn", "withdrawing", "withdrawal"],
  ["meet", "meets", "met", "meeting"],
  ["extend", "extends", "extended", "extending", "extension", "extensions"],
  ["suspend", "suspends", "suspended", "suspending", "suspension"],
  ["respond", "responds", "responded", "response", "responses"],
  ["retaliate", "retaliates", "retaliated", "retaliation", "retaliatory"],
  ["decide", "decides", "decided", "decision", "decisions"],
  ["reduce", "reduces", "reduced", "reduction", "reductions"],
  ["comply", "complies", "complied", "compliance"],
  ["seize", "seizes", "seized", "seizure", "seizures"],
  ["sell", "sells", "sold", "sale", "sales"],
  ["speak", "speaks", "spoke", "spoken", "speech"],
  ["say", "says", "said"],
  ["hold", "holds", "held"],
  ["begin", "begins", "began", "begun"],
  ["fall", "falls", "fell", "fallen"],
  ["fly", "flies", "flew", "flight", "flights"],
  ["leave", "leaves", "left", "departure"],
  ["choose", "chose", "chosen", "choice"],
  ["succeed", "succeeded", "success", "successor"],
  ["ukraine", "ukrainian", "ukrainians"],
  ["russia", "russian", "russians"],
  ["america", "american", "americans"],
] as const;

const familyOf = new Map<string, readonly string[]>(families.flatMap((family) => family.map((word) => [word, family])));

/** The other words of a word's family; none for most. */
export const relatives = (word: string): string[] => {
  const typed = word.toLowerCase();
  return (familyOf.get(typed) ?? []).filter((other) => other !== typed);
};
