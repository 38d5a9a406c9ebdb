import { runServer } from "../run.ts";
import { standIn } from "./stand-in.ts";

await runServer(standIn);
