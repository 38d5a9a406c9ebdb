import { publisherKeyOf } from "@readout/core/publisher";
import { Link } from "./link.tsx";

/** A publisher by its name as given, to the page of all its sources. */
export const PublisherLink = ({ publisher }: { publisher: string }) => (
  <Link href={`/publishers/${publisherKeyOf(publisher)}`} className="publisher">
    <bdi>{publisher}</bdi>
  </Link>
);
