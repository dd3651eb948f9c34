/** The style of the practice console: a plain grey administration page. Contrast is at least 4.5:1 everywhere. */
export const PRACTICE_STYLE = `
:root { color-scheme: light; --ink: #1d252c; --line: #b9c2ca; --deep: #2a3740; --link: #0b5394; --work: #d9a400; }
* { box-sizing: border-box; }
body {
  margin: 0; min-height: 100vh; display: grid; grid-template: auto 1fr / 15rem 1fr;
  font: 1rem/1.55 system-ui, "Yu Gothic UI", "Hiragino Sans", "Noto Sans CJK JP", sans-serif;
  color: var(--ink); background: #e9edf0; word-break: auto-phrase;
}
a { color: var(--link); }
:focus-visible { outline: 3px solid #1a73c7; outline-offset: 2px; }
header {
  grid-column: 1 / -1; display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 2rem; padding: .6rem 1.25rem;
  color: #fff; background: var(--deep);
  border-bottom: 6px solid; border-image: repeating-linear-gradient(135deg, var(--work) 0 12px, #20282e 12px 24px) 6;
}
header p { margin: 0; }
header a { color: #fff; }
header :focus-visible { outline-color: #ffd75e; }
.name { margin-right: auto; font-size: 1.25rem; font-weight: 600; }
.tag { margin-left: .5rem; padding: .15rem .5rem; border-radius: 2px; font-size: .8rem; color: #20282e; background: #ffd75e; }
.languages a { padding: .25rem; }
nav { padding-top: .75rem; background: #dbe1e6; border-right: 1px solid var(--line); }
nav ul { margin: 0; padding: 0; list-style: none; }
nav a { display: block; padding: .5rem 1.25rem; color: var(--ink); text-decoration: none; border-left: 4px solid transparent; }
nav .below a { padding-left: 2.5rem; }
nav a:hover { background: #cfd7dd; }
nav a[aria-current] { font-weight: 600; background: #fff; border-left-color: var(--link); }
main { padding: 1.25rem 1.75rem; max-width: 60rem; }
h1 { margin: 0 0 .9rem; font-size: 1.5rem; }
h2 { margin: 1.1rem 0 .5rem; font-size: 1rem; }
h2:first-child { margin-top: 0; }
.panel { margin: 0 0 .75rem; padding: .8rem 1.1rem; background: #fff; border: 1px solid var(--line); border-radius: 3px; }
.choices { list-style: none; }
.bar { padding: 0; }
summary { padding: .6rem 1.1rem; font-weight: 600; cursor: pointer; background: #f3f5f7; }
.bar[open] summary { border-bottom: 1px solid var(--line); }
.bar > div { padding: .9rem 1.1rem; }
.bar p { margin: 0; }
form { display: flex; flex-wrap: wrap; align-items: center; gap: .6rem; }
.check { margin-top: 1rem; padding-top: 1rem; border-top: 1px solid var(--line); }
button, .button {
  padding: .35rem 1rem; font: inherit; color: var(--ink); background: #eef1f3; border: 1px solid #6d7983; border-radius: 3px; cursor: pointer;
}
button:hover, .button:hover { background: #dde3e8; }
input[type="file"] { font: inherit; min-width: 20rem; padding: .35rem 0; }
input[type="file"]::file-selector-button { display: none; }
dl { margin: 0; }
dt, dd { display: inline; margin: 0; }
dt { font-weight: 600; }
dd { font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.alert { margin: .6rem 0 0; padding-left: .7rem; font-size: .9rem; border-left: 4px solid var(--work); }
.notice { margin: 0 0 .75rem; padding: .6rem 1.1rem; border: 1px solid; border-left-width: 6px; border-radius: 3px; font-weight: 600; }
.good { color: #10552b; background: #e8f5ec; }
.bad { color: #8c1510; background: #fcebea; }
.panel > :first-child { margin-top: 0; }
.panel > :last-child { margin-bottom: 0; }
@media (max-width: 48rem) {
  body { grid-template: auto auto 1fr / 1fr; }
  nav { padding: 0; border-right: 0; }
  nav ul { display: flex; flex-wrap: wrap; }
  nav .below a { padding-left: 1.25rem; }
}
`;
