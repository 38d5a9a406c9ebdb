import { isReadoutError } from "@readout/core/error";
import type { Export } from "@readout/core/export";
import type { ItemId } from "@readout/core/id";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { firstNews } from "../../../../../as-of/load-rail.ts";
import { requestAsOf } from "../../../../../as-of/request.ts";
import { pageMetadata } from "../../../../../as-of/title.ts";
import { BriefPage } from "../../../../../brief/brief-page.tsx";
import { orMissing, titleOrMissing } from "../../../../../shell/or-missing.tsx";
import { api } from "../../../../../trpc/server.ts";
import { loadItem } from "../load.ts";

type ItemBriefProps = { params: Promise<{ itemId: string }> };

async function titleOf({ params }: ItemBriefProps): Promise<Metadata> {
  return pageMetadata(`Brief: ${(await loadItem((await params).itemId)).title}`);
}

async function ItemBriefPage({ params }: ItemBriefProps) {
  const { itemId } = await params;
  const [view, first, made] = await Promise.all([requestAsOf(), firstNews(), loadExport(itemId)]);
  return <BriefPage made={made} view={view} first={first} />;
}

/** The export of one item; what there is not is the 404 page. */
async function loadExport(id: string): Promise<Export> {
  const { input } = await requestAsOf();
  try {
    return await api.export.get({ ...input, items: [id as ItemId] });
  } catch (error) {
    if (isReadoutError(error, "invalid_input")) notFound();
    throw error;
  }
}

export const generateMetadata = titleOrMissing(titleOf);
export default orMissing(ItemBriefPage);
