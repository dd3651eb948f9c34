import { createRoot } from "react-dom/client";
import type { Bridge } from "../preload/index.ts";
import { App } from "./app.tsx";
import "./styles/keyferry.css";

declare global {
  interface Window {
    readonly keyferry: Bridge;
  }
}

const root = document.getElementById("root");
if (root) createRoot(root).render(<App bridge={window.keyferry} />);
