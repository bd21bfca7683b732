/** The empty paper of the Markdown preview: nothing from outside, no script, a style of its own in the portal's language. */
export const previewPage = `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<style>
:root { color-scheme: light dark; --ink: light-dark(oklch(0.24 0.012 260), oklch(0.94 0.004 80)); --line: light-dark(oklch(0.905 0.005 80), oklch(0.29 0.01 265)); --rail: light-dark(oklch(0.965 0.004 80), oklch(0.17 0.008 265)); --accent: light-dark(oklch(0.5 0.13 255), oklch(0.74 0.11 255)); --ink-2: light-dark(oklch(0.45 0.012 260), oklch(0.76 0.008 265)); }
body { margin: 0 auto; padding: 28px; max-width: 720px; color: var(--ink); font: 15px/1.6 "Inter Variable", ui-sans-serif, system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif; overflow-wrap: anywhere; }
body > :first-child, body > div > :first-child { margin-top: 0; }
h1, h2, h3, h4 { line-height: 1.25; letter-spacing: -0.015em; margin: 1.6em 0 0.5em; }
h1 { font-size: 26px; } h2 { font-size: 20px; } h3 { font-size: 17px; } h4 { font-size: 15px; }
p, ul, ol, pre, table, blockquote { margin: 0 0 1em; }
a { color: var(--accent); }
code { font: 13px/1.5 ui-monospace, "Liberation Mono", monospace; background: var(--rail); padding: 1px 4px; border-radius: 4px; }
pre { background: var(--rail); padding: 14px; border-radius: 8px; overflow: auto; }
pre code { background: none; padding: 0; }
blockquote { margin-left: 0; padding-left: 16px; border-left: 3px solid var(--line); color: var(--ink-2); }
table { border-collapse: collapse; display: block; overflow: auto; }
th, td { border: 1px solid var(--line); padding: 6px 10px; text-align: left; }
img { max-width: 100%; }
hr { border: 0; border-top: 1px solid var(--line); margin: 2em 0; }
li:has(> [data-task], > p:first-child > [data-task]) { list-style: none; margin-left: -1.4em; }
[data-task] { display: inline-block; box-sizing: border-box; width: 1em; height: 1em; margin-right: 0.5em; vertical-align: -0.12em; border: 1.5px solid var(--ink-2); border-radius: 3px; }
[data-task="done"] { border-color: var(--accent); background: var(--accent); }
[data-task="done"]::after { content: ""; display: block; box-sizing: border-box; width: 0.36em; height: 0.66em; margin: -0.02em auto 0; border: solid light-dark(white, black); border-width: 0 0.14em 0.14em 0; transform: rotate(42deg); }
@media (forced-colors: active) { [data-task="done"] { background: Highlight; } [data-task="done"]::after { border-color: HighlightText; } }
.left-out { color: var(--ink-2); font-style: italic; }
</style>
</head>
<body></body>
</html>`;
