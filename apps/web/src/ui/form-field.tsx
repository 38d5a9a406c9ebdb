import { type ComponentProps, type ReactNode, useId } from "react";
import "./form.css";

type FrameProps = {
  /** The id of the control, where others lead to it; one of its own otherwise. */
  id?: string | undefined;
  label: string;
  hint?: ReactNode;
  /** What is wrong with it, as the server said. */
  fault?: string | null | undefined;
};

type TextFieldProps = FrameProps & ComponentProps<"input">;

/** One line to type, with its name, what helps and what is wrong. */
export function TextField({ id: given, label, hint, fault, className = "", ...input }: TextFieldProps) {
  const { id, frame, control } = useFrame({ id: given, label, hint, fault });
  return frame(<input {...input} {...control} id={id} className={`field ${className}`.trim()} />);
}

type LongTextFieldProps = FrameProps & ComponentProps<"textarea">;

/** Several lines to type. */
export function LongTextField({ id: given, label, hint, fault, ...textarea }: LongTextFieldProps) {
  const { id, frame, control } = useFrame({ id: given, label, hint, fault });
  return frame(<textarea rows={3} {...textarea} {...control} id={id} className="field" />);
}

type SelectFieldProps = FrameProps &
  ComponentProps<"select"> & { options: readonly { value: string; words: string }[] };

/** One of few. */
export function SelectField({ id: given, label, hint, fault, options, ...select }: SelectFieldProps) {
  const { id, frame, control } = useFrame({ id: given, label, hint, fault });
  return frame(
    <select {...select} {...control} id={id} className="field">
      {options.map(({ value, words }) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>,
  );
}

function useFrame({ id: given, label, hint, fault = null }: FrameProps) {
  const own = useId();
  const id = given ?? own;
  const described = [hint === undefined ? "" : `${id}-hint`, fault === null ? "" : `${id}-fault`].filter(Boolean);
  return {
    id,
    control: {
      "aria-describedby": described.length === 0 ? undefined : described.join(" "),
      "aria-invalid": fault === null ? undefined : true,
    },
    frame: (control: ReactNode) => (
      <div className="form-field">
        <label htmlFor={id}>{label}</label>
        {control}
        {hint !== undefined && (
          <p id={`${id}-hint`} className="hint">
            {hint}
          </p>
        )}
        {fault !== null && (
          <p id={`${id}-fault`} className="fault">
            {fault}
          </p>
        )}
      </div>
    ),
  };
}
