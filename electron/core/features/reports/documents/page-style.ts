/** Print first: A4 or Letter, black on white, the fonts of the machine (Noto and DejaVu hold Arabic on Linux). */
export const pageStyle = `
@page { size: A4; margin: 16mm 14mm; }
* { box-sizing: border-box; }
body { font: 10pt/1.45 system-ui, 'Segoe UI', 'Noto Sans', 'Noto Sans Arabic', 'DejaVu Sans', sans-serif; color: #1a1d21; margin: 0; }
h1 { font-size: 18pt; margin: 0; }
header p { margin: 2pt 0 0; color: #495057; }
header .note { border: 1px solid #adb5bd; padding: 4pt 6pt; color: #1a1d21; }
h2 { font-size: 12.5pt; margin: 16pt 0 4pt; break-after: avoid; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { text-align: start; padding: 2.5pt 8pt 2.5pt 0; border-bottom: 0.5pt solid #ced4da; vertical-align: top; }
[dir='rtl'] th, [dir='rtl'] td { padding: 2.5pt 0 2.5pt 8pt; }
thead th { color: #495057; font-weight: 600; font-size: 9pt; }
tbody th { font-weight: 500; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
tbody tr:first-child { break-before: avoid; }
.number { text-align: end; }
.figures table { table-layout: fixed; }
.figures th:nth-child(1) { width: 38%; }
.figures th:nth-child(2) { width: 18%; }
.figures th:nth-child(4) { width: 12%; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.chart { margin: 6pt 0; break-inside: avoid; }
.chart figcaption { font-weight: 600; font-size: 9.5pt; }
.chart text { font-size: 9px; fill: #495057; }
.chart .axis { stroke: #495057; stroke-width: 1; }
.chart .grid { stroke: #ced4da; stroke-width: 0.5; }
.line { fill: none; stroke-width: 2; }
.line-0 { stroke: #1c4f9c; }
.line-1 { stroke: #a8480b; }
.key { font-weight: 400; margin-inline-start: 10pt; }
.proof td { overflow-wrap: anywhere; }
dt { font-weight: 600; break-after: avoid; }
dd { margin: 0 0 5pt; }
`;
