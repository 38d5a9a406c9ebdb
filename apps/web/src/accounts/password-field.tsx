"use client";

import { type ComponentProps, useState } from "react";
import { TextField } from "../ui/form-field.tsx";
import "./accounts.css";

/** A password to type, with a button that lets it be seen. */
export function PasswordField(props: Omit<ComponentProps<typeof TextField>, "type">) {
  const [shown, setShown] = useState(false);
  return (
    <div className="with-show">
      <TextField {...props} type={shown ? "text" : "password"} />
      <button
        type="button"
        className="show"
        aria-label={`${shown ? "Hide" : "Show"} the ${props.label.toLowerCase()}`}
        onClick={() => setShown(!shown)}
      >
        {shown ? "hide" : "show"}
      </button>
    </div>
  );
}
