/** The as-of sentence at the foot of every printed page; the hosting server names the style in the page's policy. */
export const RunningLine = ({ text }: { text: string }) => (
  <style>{`@page{size:A4;margin:14mm 15mm 17mm;@bottom-left{content:"${text.replace(/["\\<>&\n]/g, " ")}";font:8pt sans-serif;color:#444}@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#444}}`}</style>
);
