/**
 * What a reading page can do beyond what its links and forms do without it: `name` is that of a `*.script.ts` beside what
 * it makes livelier. It runs once the page is there, with no framework under it.
 */
export const PageScript = ({ name }: { name: string }) => <script type="module" src={`/built/${name}.js`} />;
