import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { pagePolicy } from "./content-security.ts";

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

test("exactly the inline scripts and styles of a page are allowed, by hash, and nothing from elsewhere", () => {
  const policy = pagePolicy(
    '<script>a()</script><script src="/x.js" async>ignored()</script>' +
      '<script data-note="1 > 0">b(1)\n</script><style>p{color:red}</style><SCRIPT>c()</SCRIPT >',
    false,
  );
  const scripts = policy.split("; ").find((part) => part.startsWith("script-src"));
  expect(scripts).toBe(`script-src 'self' ${hashOf("a()")} ${hashOf("b(1)\n")} ${hashOf("c()")}`);
  expect(policy).toContain(`style-src 'self' ${hashOf("p{color:red}")}`);
  expect(policy).not.toContain("ignored");
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
});

test("a script that stands twice is named once, and embedded pages may be framed", () => {
  const policy = pagePolicy("<script>a()</script><script>a()</script>", true);
  expect(policy.match(/sha256-/g)).toHaveLength(1);
  expect(policy).toContain("frame-ancestors *");
});
