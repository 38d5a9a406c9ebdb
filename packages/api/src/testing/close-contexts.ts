import { afterAll } from "vitest";
import { closeTestContexts } from "../testing.ts";

// A pool left open would outlive the database it speaks to.
afterAll(closeTestContexts);
