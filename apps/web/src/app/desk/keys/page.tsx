import { counted, sentenceCase } from "@readout/core/wording";
import type { Metadata } from "next";
import { CreateKeyForm, KeyTable } from "../../../accounts/keys.tsx";
import { deskPage } from "../../../desk/desk-page.tsx";
import { api } from "../../../trpc/server.ts";
import { NoData } from "../../../ui/no-data.tsx";
import { Section } from "../../../ui/section.tsx";

export const metadata: Metadata = { title: "Keys" };

export default deskPage("admin", async () => {
  const { keys } = await api.keys.list({});
  const working = keys.filter(({ works }) => works);
  return (
    <>
      <h1 className="lead">
        {sentenceCase(`${counted(working.length, "key opens", "keys open")} this installation to programs.`)}
      </h1>
      <Section id="keys" title="Keys">
        {keys.length === 0 ? (
          <NoData>
            No key was made yet. Programs that write need one each; reading needs none, unless the installation is
            private.
          </NoData>
        ) : (
          <KeyTable keys={[...keys].sort((a, b) => Number(b.works) - Number(a.works))} />
        )}
      </Section>
      <Section id="make" title="Make a key">
        <CreateKeyForm />
      </Section>
    </>
  );
});
