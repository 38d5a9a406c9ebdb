/** What the API said against a question: its words, and those for a field where it names one. */
export class Refusal extends Error {
  readonly status: number;
  readonly fields: readonly { path: string; message: string }[];

  constructor(status: number, message: string, fields: Refusal["fields"] = []) {
    super(message);
    this.status = status;
    this.fields = fields;
  }
}

/** Asks the API for the script of a page, with whoever is signed in. Throws a Refusal; else what fetch throws. */
export async function ask<Answer>(path: string, body?: object): Promise<Answer> {
  const answer = await fetch(`/api/v1${path}`, {
    ...(body !== undefined && {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  });
  const said = await answer.json();
  if (!answer.ok) throw new Refusal(answer.status, said.detail ?? said.title ?? "It failed.", said.fields);
  return said as Answer;
}

/** Whether somebody is signed in, as the page that was sent says. */
export const isSignedIn = (): boolean => document.querySelector('form[action="/sign-out"]') !== null;
