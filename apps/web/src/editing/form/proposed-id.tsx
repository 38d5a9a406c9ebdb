"use client";

import { useEffect, useRef } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { TextField } from "./field.tsx";
import { idFromTexts } from "./id-from-title.ts";

type ProposedIdProps = {
  /** The fields whose text the id is made from, in order. */
  from: readonly string[];
  /** Where the thing will stand, before its id: "/items/". */
  under: string;
};

/** The id of something new: it follows the title until somebody writes another one. */
export function ProposedId({ from, under }: ProposedIdProps) {
  const { setValue, getValues } = useFormContext();
  const typed: string[] = useWatch({ name: from as string[] });
  const proposed = idFromTexts(typed);
  const last = useRef(proposed);
  useEffect(() => {
    // What was written by hand, or came back from a draft, stays.
    const isOurs = getValues("id") === last.current || getValues("id") === "";
    last.current = proposed;
    if (isOurs && getValues("id") !== proposed) setValue("id", proposed);
  }, [proposed, setValue, getValues]);
  return (
    <TextField
      name="id"
      label="Address"
      spellCheck={false}
      hint={`Stands after ${under} for good: a to z, figures and hyphens.`}
    />
  );
}
