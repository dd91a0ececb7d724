/** How the page looks. */
export const style = `
:root { color-scheme: light dark; --ink: #1f2933; --soft: #7b8794; --paper: #fff; --line: #d9e2ec; --good: #0b7a4b; --wait: #b7791f; --bad: #c0392b; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e7eb; --soft: #9aa5b1; --paper: #14191f; --line: #323f4b; --good: #3ebd93; --wait: #f0b429; --bad: #ef6a5a; } }
body { margin: 0 auto; max-width: 72rem; padding: 1rem; font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
h1 { font-size: 1.3rem; margin: 0; }
h2 { font-size: 1.1rem; margin: 2rem 0 0.5rem; }
p.note { color: var(--soft); margin: 0.2rem 0 1rem; }
svg { display: block; width: 100%; height: auto; }
svg text { fill: var(--ink); font-size: 13px; }
svg text.soft { fill: var(--soft); font-size: 11px; }
svg rect { fill: var(--paper); stroke: var(--soft); }
svg line { stroke-width: 2; }
.active { stroke: var(--good); } .waiting { stroke: var(--wait); stroke-dasharray: 6 5; } .dead { stroke: var(--bad); stroke-dasharray: 2 5; }
svg circle { fill: var(--good); }
table { border-collapse: collapse; width: 100%; margin: 0.5rem 0; font-size: 13px; }
th, td { text-align: left; padding: 0.25rem 0.6rem 0.25rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
th { color: var(--soft); font-weight: 500; }
td.yes { color: var(--good); } td.no { color: var(--bad); }
code { font: 12px ui-monospace, monospace; }
details summary { cursor: pointer; color: var(--soft); }
`;
