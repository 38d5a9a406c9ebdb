export { shortPublisher } from "@readout/core/publisher";
