import type { ReactNode } from "react";
import { requestHref } from "../../as-of/request.ts";
import { requireMe } from "../../desk/desk-page.tsx";
import { DeskShell } from "../../desk/desk-shell.tsx";

export const metadata = { robots: { index: false } };

export default async function DeskLayout({ children }: { children: ReactNode }) {
  return (
    <DeskShell href={await requestHref()} me={await requireMe()}>
      {children}
    </DeskShell>
  );
}
