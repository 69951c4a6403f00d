/** Of a picture: within the page here, within the picture in a PDF. */
export const pictureStyles = `
text { font-size: 12px; fill: #1f242c; }
.tick { fill: #5b6472; font-size: 11px; }
.rehearsal { fill: #8a4700; font-size: 11px; }
.grid { stroke: #e6e9ed; stroke-width: 1; }
.bar { fill: #6b7a90; }
`

/** Light only: a report is read on paper and in other people's browsers. */
export const reportStyles = `
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #1f242c;
  font: 15px/1.55 system-ui, -apple-system, 'Segoe UI', sans-serif; font-variant-numeric: tabular-nums; }
main { max-width: 760px; margin: 0 auto; padding: 40px 24px 0; overflow-wrap: anywhere; }
body > footer { max-width: 760px; margin: 32px auto; padding: 0 24px; color: #5b6472; font-size: 13px; }
h1 { font-size: 28px; line-height: 1.2; margin: 4px 0 16px; }
h2 { font-size: 18px; line-height: 1.35; margin: 0 0 6px; }
h3, .summary h2 { font-size: 15px; margin: 20px 0 4px; }
h4 { font-size: 13px; margin: 12px 0 0; color: #5b6472; }
p { margin: 8px 0; } a { color: #0b5cad; }
.small, .kicker, .tag { color: #5b6472; font-size: 13px; }
.kicker { margin: 0; }
.label { border-left: 3px solid #b35c00; background: #fff6ea; padding: 8px 12px; margin: 8px 0; }
.lead { font-size: 20px; line-height: 1.4; margin: 8px 0 12px; }
nav { border-top: 1px solid #dfe3e8; margin-top: 32px; padding-top: 20px; }
nav ul { margin: 0; padding: 0; list-style: none; columns: 2; column-gap: 32px; font-size: 13px; }
nav li { break-inside: avoid; }
section { border-top: 1px solid #dfe3e8; padding-top: 20px; margin-top: 28px; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 4px 16px; margin: 12px 0; }
dt { color: #5b6472; } dd { margin: 0; }
ul { padding-left: 18px; margin: 8px 0; } li { margin: 4px 0; }
figure { margin: 8px 0; break-inside: avoid; }
svg { width: 100%; height: auto; display: block; }
${pictureStyles.trim().replaceAll(/^/gm, 'svg ')}
.legend { font-size: 13px; margin: 4px 0; } .legend span { margin-right: 16px; display: inline-block; }
.legend i { display: inline-block; width: 9px; height: 9px; border-radius: 50%; margin-right: 5px;
  print-color-adjust: exact; -webkit-print-color-adjust: exact; }
blockquote { margin: 8px 0; padding-left: 12px; border-left: 2px solid #dfe3e8; break-inside: avoid; }
blockquote p { margin: 0; } blockquote footer { color: #5b6472; font-size: 13px; }
table { border-collapse: collapse; font-size: 13px; margin: 12px 0 20px; width: 100%; }
caption { text-align: left; color: #5b6472; padding-bottom: 4px; }
th, td { text-align: left; vertical-align: top; padding: 3px 12px 3px 0; border-bottom: 1px solid #eceff2;
  font-weight: 400; }
td { overflow-wrap: normal; }
thead th { color: #5b6472; border-bottom-color: #b9c0c9; }
@page { size: A4; margin: 18mm 16mm;
  @bottom-right { content: counter(page) ' of ' counter(pages); color: #5b6472;
    font: 8pt system-ui, sans-serif; } }
@media print {
  body { font-size: 10.5pt; }
  main, body > footer { max-width: none; padding: 0; }
  nav { display: none; }
  .summary { break-after: page; }
  .summary { font-size: 9pt; line-height: 1.4; } .summary table { font-size: 8pt; break-inside: auto; }
  .summary th, .summary td { padding-top: 1.5px; padding-bottom: 1.5px; } .summary h2 { margin-top: 12px; }
  h1 { font-size: 19pt; margin-bottom: 10px; } .lead { font-size: 12pt; margin: 4px 0; }
  section { border-top: 0; margin-top: 18px; padding-top: 0; }
  h2, h3, h4, .legend { break-after: avoid; break-inside: avoid; }
  h2 + p, .small { break-after: avoid; }
  /* A page holds it with its heading and legend above. */
  svg { max-height: 205mm; }
  table, tr { break-inside: avoid; } thead { display: table-header-group; }
  table { font-size: 9pt; } p, li { orphans: 3; widows: 3; }
  a { color: inherit; text-decoration: none; }
}
`
