import { productWith } from "../product.ts";
import { runServer } from "../run.ts";

const product = productWith(async () => ({
  door: async (request, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(
      `<!doctype html><title>Readout</title><p>${new URL(request.url!, "http://readout.test").pathname}</p>`,
    );
    return true;
  },
  close: async () => {},
}));

await runServer({
  ...product,
  open: async (surroundings) => ({ ...(await product.open(surroundings)), load: async () => "left out" }),
});
