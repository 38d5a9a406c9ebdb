import type { Me } from "@readout/core/account";
import { isAtLeast, type Role } from "@readout/core/role";

/** Instead of a page that a role does not open. */
export const NotForYou = ({ needed, me }: { needed: Role; me: Me }) => (
  <div data-status="403">
    <h1 className="page-title">Your role does not open this page</h1>
    <p className="page-lead">
      It needs the role {needed}; you are signed in as <bdi>{me.name}</bdi>, whose role is {me.role}. An administrator
      can change that under Users.
    </p>
    <p className="page-lead">
      {isAtLeast(me.role, "analyst") ? <a href="/desk">To the desk</a> : <a href="/desk/account">To your account</a>} ·{" "}
      <a href="/">Overview</a>
    </p>
  </div>
);
