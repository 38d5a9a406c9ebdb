import { SubjectType } from "@readout/core/audit";
import type { FieldFault } from "@readout/core/error";
import type { Person } from "@readout/core/person";
import { isDay } from "@readout/core/time";
import { SelectField, TextField } from "../../ui/form-field.tsx";
import type { TypedAudit } from "./search-params.ts";
import { actSentence, knownActs, subjectWords } from "./words.ts";
import "./audit.css";

type FilterFormProps = { typed: TypedAudit; faults: readonly FieldFault[]; people: readonly Person[] };

/** Narrows the log; a GET form, so that every answer is an address. */
export function FilterForm({ typed, faults, people }: FilterFormProps) {
  const faultOf = (path: string) => faults.find((fault) => fault.path === path)?.message ?? null;
  const whos = people.map(({ id, name }) => ({ value: id, words: name }));
  if (typed.who !== "" && !people.some(({ id }) => id === typed.who)) whos.push({ value: typed.who, words: typed.who });
  return (
    <form className="audit-filters" action="/desk/audit" method="get" aria-label="Narrow the log">
      <SelectField
        label="Who"
        name="who"
        defaultValue={typed.who}
        options={[{ value: "", words: "anyone" }, ...whos]}
        fault={faultOf("who")}
      />
      <TextField
        label="Did"
        name="act"
        defaultValue={typed.act}
        list="acts"
        autoComplete="off"
        placeholder="anything"
        fault={faultOf("act")}
      />
      <datalist id="acts">
        {knownActs.map((act) => (
          <option key={act} value={act}>
            {actSentence(act)}
          </option>
        ))}
      </datalist>
      <SelectField
        label="To what"
        name="subjectType"
        defaultValue={typed.subjectType}
        options={[
          { value: "", words: "anything" },
          ...SubjectType.options.map((type) => ({ value: type, words: subjectWords[type] })),
        ]}
        fault={faultOf("subjectType")}
      />
      <TextField
        label="Called (id)"
        name="subjectId"
        defaultValue={typed.subjectId}
        autoComplete="off"
        fault={faultOf("subjectId")}
      />
      <DayField label="From" name="from" typed={typed.from} fault={faultOf("from")} />
      <DayField label="Until" name="to" typed={typed.to} fault={faultOf("to")} />
      <p className="form-acts">
        <button type="submit" className="button">
          Show
        </button>
        <a href="/desk/audit">everything</a>
      </p>
    </form>
  );
}

/** A day; what is none stands as it was typed, which a field for days would not show. */
const DayField = ({ typed, ...field }: { label: string; name: string; typed: string; fault: string | null }) => (
  <TextField {...field} type={typed === "" || isDay(typed) ? "date" : "text"} defaultValue={typed} />
);
