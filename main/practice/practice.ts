// The bundler's second entry: the demo and the tests start the practice servers without the app.
// biome-ignore lint/performance/noBarrelFile: an entry of the bundle, imported by no module of the app.
export { startPracticeAlas } from "./practice-alas.ts";
export { startPracticeConsole } from "./practice-console.ts";
