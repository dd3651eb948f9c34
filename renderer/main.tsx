import { createRoot } from "react-dom/client";
import type { Bridge } from "../preload/index.ts";
import { App } from "./app.tsx";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/frame.css";
import "./styles/parts.css";
import "./styles/stick-panel.css";
import "./styles/console-guide.css";
import "./styles/screens.css";

declare global {
  interface Window {
    readonly keyferry: Bridge;
  }
}

const root = document.getElementById("root");
if (root) createRoot(root).render(<App bridge={window.keyferry} />);
