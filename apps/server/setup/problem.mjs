/** What one line explains; shown without a stack. */
export class SetupProblem extends Error {}
