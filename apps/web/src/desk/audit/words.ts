import type { AuditRow, SubjectType } from "@readout/core/audit";

/** What was done, as a sentence goes on after a name; an act without words here stands as it is written. */
const actWords: Readonly<Record<string, string>> = {
  "session.begun": "signed in",
  "session.ended": "signed out",
  "session.refused": "was not let in",
  "password.changed": "changed the password",
  "password.refused": "gave a wrong password to change it",
  "password.reset": "made a new password",
  "user.added": "added a user",
  "user.edited": "changed a user",
  "user.joined": "joined by the provider",
  "user.linked": "may now also sign in by the provider",
  "key.created": "made a key",
  "key.revoked": "revoked a key",
  "item.opened": "opened an item",
  "item.edited": "edited an item",
  "entry.recorded": "recorded an entry",
  "proposal.made": "proposed an entry",
  "proposal.approved": "approved a proposal",
  "proposal.refused": "declined a proposal",
  "proposal.withdrawn": "withdrew a proposal",
  "milestone.added": "added a milestone",
  "milestone.edited": "edited a milestone",
  "milestone.decided": "decided a milestone",
  "source.added": "added a source",
  "source.edited": "edited a source",
  "source.text-set": "set the text of a source",
  "actor.added": "added an actor",
  "actor.edited": "edited an actor",
  "disagreement.added": "noted a disagreement",
  "disagreement.edited": "edited a disagreement",
  "watch.added": "began to watch",
  "watch.edited": "changed a watch",
  "watch.stopped": "stopped a watch",
  "watch.restored": "took a watch up again",
  "mailbox.stopped": "stopped all mail",
  "view.saved": "saved a view",
  "view.renamed": "renamed a view",
  "view.removed": "removed a view",
  "dataset.loaded": "loaded the data set",
};

/** Who acted, where it was nobody that is known: a visitor at the door, or a command of the server. */
export const unknownActor = (act: string): string => (/^session\./.test(act) ? "Somebody" : "Readout itself");

export const actSentence = (act: string): string => actWords[act] ?? act;

/** The acts that have words, for the filter to offer. */
export const knownActs: readonly string[] = Object.keys(actWords);

export const subjectWords: Record<SubjectType, string> = {
  item: "items",
  milestone: "milestones",
  source: "sources",
  actor: "actors",
  disagreement: "disagreements",
  proposal: "proposals",
  user: "users",
  session: "sign-ins",
  key: "keys",
  watch: "watches",
  view: "saved views",
  dataset: "the data set",
};

/** The page of what an act was done to; null where it has none. */
export function subjectHref({ type, id }: AuditRow["subject"]): string | null {
  const part = encodeURIComponent(id);
  switch (type) {
    case "item":
      return `/items/${part}`;
    case "milestone":
      return `/items/${encodeURIComponent(id.replace(/:\d+$/, ""))}`;
    case "source":
      return `/sources/${part}`;
    case "actor":
      return `/actors/${part}`;
    case "disagreement":
      return `/desk/disagreements/${part}`;
    case "proposal":
      return `/desk/review/${part}`;
    default:
      return null;
  }
}
