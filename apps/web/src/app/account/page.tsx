import { redirect } from "next/navigation";

/** What is one's own begins with what one watches; name and password are at the desk. */
export default function AccountPage(): never {
  redirect("/account/watches");
}
