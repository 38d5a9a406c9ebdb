import type { SqlValue } from "./sql.ts";

/** The values of one question, each named by its place as it is added: `$1`, `$2` ... */
export class Values {
  readonly all: SqlValue[] = [];

  /** Adds a value and returns what stands for it in the text. */
  add(value: SqlValue): string {
    this.all.push(value);
    return `$${this.all.length}`;
  }
}
