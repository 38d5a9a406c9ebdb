import type { ReactNode } from "react";
import { requestHref } from "../../as-of/request.ts";
import { requireMe } from "../../desk/desk-page.tsx";
import { DeskShell } from "../../desk/desk-shell.tsx";

export const metadata = { robots: { index: false } };

/** Pages of whoever is signed in, whatever their role: still, like those that are read. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  return (
    <DeskShell href={await requestHref()} me={await requireMe()} still>
      {children}
    </DeskShell>
  );
}
