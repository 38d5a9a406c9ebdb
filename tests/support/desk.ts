import { type APIRequestContext, expect, type Page, request } from "@playwright/test";
import { admin } from "./installation.ts";

/** Who signs in, with the password that was made for them. */
export type Account = { email: string; password: string };

/** Signs in by the plain form, as a browser without script would. */
export async function signedIn(baseURL: string, { email, password }: Account): Promise<APIRequestContext> {
  const context = await request.newContext({ baseURL, extraHTTPHeaders: { Origin: baseURL } });
  const answer = await context.post("/sign-in", { form: { email, password, next: "/" }, maxRedirects: 0 });
  expect(answer.headers().location, "where signing in leads to").not.toContain("failed");
  return context;
}

/** A person who was added a moment ago. */
export async function aPerson(baseURL: string, role: "reader" | "analyst" | "editor"): Promise<Account> {
  const context = await signedIn(baseURL, admin);
  const email = `${role}-${Date.now()}-${Math.floor(Math.random() * 1e6)}@readout.example`;
  const answer = await context.post("/api/v1/users", { data: { email, name: `An ${role}`, role } });
  expect(answer.status(), await answer.text()).toBe(201);
  const { password } = await answer.json();
  await context.dispose();
  return { email, password };
}

/** An item of the test's own, with a ledger that is empty. */
export async function anOpenItem(baseURL: string): Promise<{ id: string; title: string }> {
  const context = await signedIn(baseURL, admin);
  const id = `ferry-treaty-${Date.now()}-${Math.floor(Math.random() * 1e6)}`;
  const title = "Ferry treaty";
  const answer = await context.post("/api/v1/items", {
    data: {
      id,
      title,
      question: "Will the ferry treaty be signed?",
      resolutionCriteria: "Yes when both sides have signed; no when either says that it will not.",
      statusSubject: "the treaty",
    },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  await context.dispose();
  return { id, title };
}

/** What fingers do: every key, and every word that is typed as a whole, is one action. */
export class Hands {
  actions = 0;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Types words where the focus is. */
  async type(words: string): Promise<void> {
    this.actions += 1;
    await this.#page.keyboard.type(words);
  }

  /** Presses keys, one after another. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.actions += 1;
      await this.#page.keyboard.press(key);
    }
  }
}

/** Signs a browser in, as the form would. */
export async function signIn(page: Page, baseURL: string, account: Account): Promise<void> {
  const context = await signedIn(baseURL, account);
  await page.context().addCookies((await context.storageState()).cookies);
  await context.dispose();
}

/** Records a change without evidence, decided on `expectedHead`, through the API. */
export async function recordAs(
  baseURL: string,
  account: Account,
  itemId: string,
  change: { status: string; effective: string; summary: string; expectedHead: number },
): Promise<void> {
  const context = await signedIn(baseURL, account);
  const answer = await context.post(`/api/v1/items/${itemId}/entries`, {
    data: { kind: "change", reported: change.effective, noEvidence: "Known to everyone.", ...change },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  await context.dispose();
}

/** Fills in a change that cites nothing. */
export async function fillChange(page: Page, change: { status: string; summary: string; when: string }): Promise<void> {
  await page.getByLabel("Status", { exact: true }).selectOption({ label: change.status });
  await page.getByLabel("What happened, in your own words").fill(change.summary);
  await page.getByRole("textbox", { name: "When" }).fill(change.when);
  await page.getByRole("textbox", { name: "Reported" }).fill(change.when);
  await page.getByLabel("There is no evidence to cite").check();
  await page.getByLabel("Why there is no evidence").fill("Known to everyone.");
}
