"use client";

import type { FieldFault } from "@readout/core/error";
import { createContext, use, useEffect } from "react";

/** What the fields of one form share: their ids, how each is called in the list of faults, and what is wrong. */
export type FormScope = {
  id: string;
  faults: readonly FieldFault[];
  /** Says that a field stands on the page; gives back how to say that it is gone. */
  announce(name: string, label: string): () => void;
};

export const FormScopeContext = createContext<FormScope | null>(null);

/** What stands before the labels of a row's fields in the list of faults: "Link 2". */
export const RowNameContext = createContext("");

/** The id of a field's control. */
export const controlId = (form: string, name: string): string => `${form}-${name.replaceAll(".", "-")}`;

export function useFormScope(): FormScope {
  const scope = use(FormScopeContext);
  if (scope === null) throw new Error("fields stand in an edit form");
  return scope;
}

/** Makes a field known to the form around it; gives the id of its control. */
export function useNamedField(name: string, label: string): string {
  const { id, announce } = useFormScope();
  const row = use(RowNameContext);
  const called = row === "" ? label : `${row}, ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
  useEffect(() => announce(name, called), [announce, name, called]);
  return controlId(id, name);
}
