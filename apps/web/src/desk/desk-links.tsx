/** Where something new begins; entries begin at their item. */
export const DeskLinks = ({ records }: { records: boolean }) => (
  <ul className="rows">
    <li>
      <a href="/items">{records ? "Record an entry" : "Propose an entry"}</a>
      <p className="small dim">pick its item, then “Record”</p>
    </li>
    {records && (
      <>
        <li>
          <a href="/desk/items/new">Open an item</a>
        </li>
        <li>
          <a href="/desk/sources/new">Add a source</a>
        </li>
        <li>
          <a href="/desk/actors/new">Add an actor</a>
        </li>
        <li>
          <a href="/desk/disagreements/new">Note that sources disagree</a>
        </li>
      </>
    )}
  </ul>
);
