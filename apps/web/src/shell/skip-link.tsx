/** First in the tab order of every page. */
export const SkipLink = () => (
  <a className="skip button solid" href="#content">
    Skip to the content
  </a>
);
