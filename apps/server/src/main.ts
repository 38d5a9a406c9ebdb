import { product } from "./product.ts";
import { runServer } from "./run.ts";

await runServer({ ...product, development: process.argv.includes("--dev") });
