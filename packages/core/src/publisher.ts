/** How a publisher is called in running text: "Zero Hedge, as mirrored on WhoTrades" is "Zero Hedge" there. */
export const shortPublisher = (publisher: string): string => publisher.split(/[,;(]/)[0]!.trim() || publisher;
