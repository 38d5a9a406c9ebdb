// On paper a link is a number, and its address stands at the end; a button prints where a page is made for it. Without this
// script links are underlined, and the browser's own menu prints.

const main = document.querySelector<HTMLElement>("main");
let added: Element[] = [];

function numberLinks(): void {
  if (main === null || added.length > 0) return;
  const list = document.createElement("ol");
  list.className = "printed-addresses";
  const numbers = new Map<string, number>();
  for (const link of main.querySelectorAll<HTMLAnchorElement>("a[href]")) {
    const leadsElsewhere = link.pathname !== location.pathname || link.host !== location.host;
    // What is not printed has no number, and a brief writes its addresses out itself.
    if (!leadsElsewhere || link.closest("svg, [data-addresses], form") !== null || !link.checkVisibility()) continue;
    let number = numbers.get(link.href);
    if (number === undefined) {
      number = numbers.size + 1;
      numbers.set(link.href, number);
      const line = document.createElement("li");
      line.textContent = link.href;
      list.append(line);
    }
    const mark = document.createElement("sup");
    mark.className = "printed-number";
    mark.textContent = String(number);
    link.append(mark);
    added.push(mark);
  }
  if (numbers.size === 0) return;
  main.append(list);
  added.push(list);
}

addEventListener("beforeprint", numberLinks);
addEventListener("afterprint", () => {
  for (const element of added) element.remove();
  added = [];
});

for (const place of document.querySelectorAll("[data-print]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = "Print";
  button.addEventListener("click", () => print());
  place.prepend(button);
}
