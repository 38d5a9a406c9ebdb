import { Tag } from "@readout/core/item";
import type { z } from "zod";

/** What an address asks for: of several of one name the last counts, and what cannot be read is kept in `unknown`. */
export class ParamReader {
  /** What was asked for and is not known, as in `phase “opne”`. */
  readonly unknown: string[] = [];
  readonly #search: Readonly<Record<string, string | string[] | undefined>>;

  constructor(search: Readonly<Record<string, string | string[] | undefined>>) {
    this.#search = search;
  }

  /** A parameter as it was written; undefined where it says nothing. */
  text(name: string): string | undefined {
    const value = this.#search[name];
    return (Array.isArray(value) ? value.at(-1) : value)?.trim() || undefined;
  }

  /** What a parameter says, as `{ [name]: value }`; empty where it says nothing that is known. */
  one<Name extends string, S extends z.ZodType>(
    name: Name,
    schema: S,
    text = this.text(name),
  ): { [key in Name]?: z.output<S> } {
    const [value] = text === undefined ? [] : this.#known(name, schema, text);
    return value === undefined ? {} : ({ [name]: value } as { [key in Name]?: z.output<S> });
  }

  /** The parameter `tag`, a tag as people write it. */
  tag(): { tag?: z.output<typeof Tag> } {
    return this.one("tag", Tag, this.text("tag")?.toLowerCase().replaceAll(" ", "-"));
  }

  /** What a parameter says between its commas, each once, as `{ [name]: values }`; empty where none of it is known. */
  many<Name extends string, S extends z.ZodType>(name: Name, schema: S): { [key in Name]?: z.output<S>[] } {
    const words = (this.text(name) ?? "").split(",").map((word) => word.trim());
    const values = words.filter((word) => word !== "").flatMap((word) => this.#known(name, schema, word));
    return values.length === 0 ? {} : ({ [name]: [...new Set(values)] } as { [key in Name]?: z.output<S>[] });
  }

  /** Notes that a parameter cannot be read. */
  leaveOut(name: string, text: string): void {
    this.unknown.push(`${name} “${text.slice(0, 60)}”`);
  }

  #known<S extends z.ZodType>(name: string, schema: S, text: string): z.output<S>[] {
    const { success, data } = schema.safeParse(text);
    if (success) return [data];
    this.leaveOut(name, text);
    return [];
  }
}
