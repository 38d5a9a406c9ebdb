import type { Metadata } from "next";
import { NothingHere } from "../../shell/nothing-here.tsx";

export const metadata: Metadata = { title: "Nothing under this address", robots: { index: false } };

export default NothingHere;
