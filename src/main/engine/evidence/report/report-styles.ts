/** Light only: a report is read on paper and in other people's browsers. */
export const reportStyles = `
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #1f242c;
  font: 15px/1.55 system-ui, -apple-system, 'Segoe UI', sans-serif; font-variant-numeric: tabular-nums; }
main { max-width: 760px; margin: 0 auto; padding: 40px 24px 80px; }
h1 { font-size: 28px; line-height: 1.2; margin: 4px 0 16px; }
h2 { font-size: 18px; line-height: 1.35; margin: 0 0 4px; }
h3 { font-size: 15px; margin: 20px 0 4px; }
h4 { font-size: 13px; margin: 12px 0 0; color: #5b6472; }
small, .meta, .kicker { color: #5b6472; font-size: 13px; font-weight: 400; }
.kicker { margin: 0; }
.label { border-left: 3px solid #b35c00; background: #fff6ea; padding: 8px 12px; margin: 8px 0; }
.headline { font-size: 20px; line-height: 1.4; margin: 16px 0 24px; }
section { border-top: 1px solid #dfe3e8; padding-top: 20px; margin-top: 28px; break-inside: avoid-page; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; }
dt { color: #5b6472; } dd { margin: 0; }
svg { width: 100%; height: auto; display: block; }
svg text { font-size: 12px; fill: #1f242c; }
svg .tick { fill: #5b6472; font-size: 11px; }
svg .rehearsal { fill: #8a4700; font-size: 11px; }
svg .grid { stroke: #e6e9ed; stroke-width: 1; }
svg .bar { fill: #6b7a90; }
.legend { font-size: 13px; margin: 4px 0; } .legend span { margin-right: 16px; white-space: nowrap; }
.legend i { display: inline-block; width: 9px; height: 9px; border-radius: 50%; margin-right: 5px; }
.comparisons { padding-left: 18px; } .tag { color: #5b6472; font-size: 13px; }
blockquote { margin: 6px 0 6px 0; padding-left: 12px; border-left: 2px solid #dfe3e8; }
blockquote p { margin: 0; } blockquote footer { color: #5b6472; font-size: 13px; }
table { border-collapse: collapse; font-size: 13px; margin-top: 8px; }
th, td { text-align: left; padding: 3px 12px 3px 0; border-bottom: 1px solid #eceff2; font-weight: 400; }
thead th, tbody th { color: #5b6472; } summary { cursor: pointer; color: #5b6472; font-size: 13px; }
@media print { main { padding: 0; } details { display: none; } }
`
