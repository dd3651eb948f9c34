// The bundler's second entry: what the demo and the tests start, without the app around it.
// biome-ignore lint/performance/noBarrelFile: an entry of the bundle, imported by no module of the app.
export { startPracticeAlas } from "./practice-alas.ts";
export { startPracticeConsole } from "./practice-console.ts";
