/** Words that lead somewhere; `href` is a path of this site. */
export type MailLink = { words: string; href: string };

/** One claim of a message with what it rests on. */
export type MailClaim = {
  words: string;
  /** Its permalink; null where it has none. */
  href: string | null;
  evidence: MailLink[];
};

/** What a message says about one item. */
export type MailBlock = {
  title: MailLink;
  /** Where it stands, or what was told wrongly: one sentence. */
  sentence: string;
  claims: MailClaim[];
  /** The watches that this is told for, which can be stopped from here. */
  watches: { id: string; words: string }[];
};

/** A message as it was decided to be told; what it looks like is decided when it is sent. */
export type MailContent = { subject: string; opening: string; blocks: MailBlock[] };
