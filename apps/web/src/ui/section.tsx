import type { ReactNode } from "react";

type SectionProps = { id: string; title: ReactNode; beside?: ReactNode; children: ReactNode; className?: string };

/** A part of a page under its 2 px rule; `beside` says how it is ordered, or leads on. */
export function Section({ id, title, beside, children, className }: SectionProps) {
  return (
    <section aria-labelledby={id} className={className}>
      <SectionHead id={id} title={title} beside={beside} />
      {children}
    </section>
  );
}

function SectionHead({ id, title, beside }: { id: string; title: ReactNode; beside?: ReactNode }) {
  return (
    <div className="sec">
      <h2 id={id}>{title}</h2>
      {beside !== undefined && <div className="beside">{beside}</div>}
    </div>
  );
}
